namespace Pipeline.Storage.Index;

/// <summary>
/// How many shards a listing has from a month on. One takes some 2,000 writes a second, more than most will ever see.
/// A plan may only grow: readers look into all shards that a rule names, so that more shards hide nothing, and fewer would.
/// </summary>
public sealed class ShardPlan
{
    private readonly ShardRule[] _rules;

    /// <summary>Initializes a new instance of the <see cref="ShardPlan"/> class.</summary>
    /// <param name="rules">The rules; where several hold, the one with most shards does.</param>
    public ShardPlan(IEnumerable<ShardRule> rules) => _rules = [.. rules];

    /// <summary>Returns the number of shards of a listing at a time.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="time">The time.</param>
    public int CountIn(IndexListing listing, DateTime time)
    {
        var count = 1;
        foreach (var rule in _rules)
        {
            if (rule.Kind == listing.Kind && (rule.Id is null || rule.Id == listing.Id) && time >= rule.From.ToDateTime(TimeOnly.MinValue))
            {
                count = Math.Max(count, rule.Count);
            }
        }

        return count;
    }

    /// <summary>Returns the shard of an article: even shares, by the first digits of its id, which is a hash.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="count">The number of shards.</param>
    internal static int ShardOf(string articleId, int count)
    {
        var number = 0;
        foreach (var digit in articleId.AsSpan(0, Math.Min(4, articleId.Length)))
        {
            number = (number * 31) + digit;
        }

        return number % count;
    }
}
