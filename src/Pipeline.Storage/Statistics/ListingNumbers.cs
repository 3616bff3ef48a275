using Pipeline.Storage.Index;

namespace Pipeline.Storage.Statistics;

/// <summary>How many articles each listing has, on a day or in all, as it was read.</summary>
/// <param name="rows">The numbers of those that have any.</param>
public sealed class ListingNumbers(IReadOnlyDictionary<IndexListing, Stored<long>> rows)
{
    /// <summary>Returns the number of a listing's articles.</summary>
    /// <param name="listing">The listing.</param>
    public long ArticlesOf(IndexListing listing) => rows.GetValueOrDefault(listing)?.Value ?? 0;

    /// <summary>Returns the tag under which a listing's number was read; null where it had none.</summary>
    /// <param name="listing">The listing.</param>
    public string? TagOf(IndexListing listing) => rows.GetValueOrDefault(listing)?.Tag;
}
