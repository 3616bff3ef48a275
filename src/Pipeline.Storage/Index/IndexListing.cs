using System.Globalization;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Index;

/// <summary>One listing of articles: a kind and an id.</summary>
/// <param name="Kind">What the listing is by.</param>
/// <param name="Id">Which one of that kind; empty for <see cref="IndexKind.All"/>.</param>
public readonly record struct IndexListing(IndexKind Kind, string Id)
{
    // One shard a listing takes about 2,000 writes a second, far more than a busy issue's month brings.
    private const int Shard = 0;

    /// <summary>Gets the listing of all tagged articles.</summary>
    public static IndexListing All { get; } = new(IndexKind.All, "");

    /// <summary>Returns the listing of an issue.</summary>
    /// <param name="issueId">The concept's id.</param>
    public static IndexListing Issue(string issueId) => new(IndexKind.Issue, issueId);

    /// <summary>Returns the listing of a state.</summary>
    /// <param name="state">The state.</param>
    public static IndexListing State(ArticleState state) => new(IndexKind.State, state.ToString().ToLowerInvariant());

    /// <summary>Gets what every partition key of the listing begins with; no other listing's does.</summary>
    internal string PartitionPrefix => string.Create(
        CultureInfo.InvariantCulture,
        $"{KindPrefix(Kind)}{KeyEncoder.Encode(Id)}{KeyEncoder.Separator}{Shard}{KeyEncoder.Separator}");

    /// <summary>Returns what the partition keys of all listings of a kind begin with.</summary>
    /// <param name="kind">The kind.</param>
    internal static string KindPrefix(IndexKind kind) => $"{kind.ToString().ToLowerInvariant()}-";

    /// <summary>Returns the partition key of a month.</summary>
    /// <param name="time">Any time of the month.</param>
    internal string Partition(DateTime time) => PartitionPrefix + InvertedTime.Month(time);
}
