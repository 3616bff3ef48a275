using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Index;

/// <summary>The key of one index row.</summary>
/// <param name="PartitionKey">The listing, its shard and the month, newest first.</param>
/// <param name="RowKey">The effective date, newest first, and the article.</param>
public readonly record struct IndexKey(string PartitionKey, string RowKey)
{
    private const char Joint = '/';

    /// <summary>Returns the key of an article in a listing.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="date">The article's effective date.</param>
    /// <param name="articleId">The article's id.</param>
    public static IndexKey Of(IndexListing listing, EffectiveDate date, string articleId) =>
        new(listing.Partition(date.Time), $"{InvertedTime.Ticks(date.Time)}{KeyEncoder.Separator}{articleId}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The key as one text.</param>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static IndexKey Parse(string text)
    {
        var joint = text.IndexOf(Joint, StringComparison.Ordinal);
        return joint > 0 ? new(text[..joint], text[(joint + 1)..]) : throw new FormatException($"'{text}' is not an index key.");
    }

    /// <summary>Writes the key as one text.</summary>
    public override string ToString() => $"{PartitionKey}{Joint}{RowKey}";
}
