using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Queries.Listings;

/// <summary>Tells which listing is the smallest, by counts that are at most <see cref="MaxAge"/> old.</summary>
/// <param name="stats">The counts.</param>
/// <param name="time">The clock.</param>
public sealed class ListingSizes(IStatsStore stats, TimeProvider time)
{
    /// <summary>How old the counts may be.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private volatile Counts? _last;

    /// <summary>Returns the listing that a filter is best read from.</summary>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="listings">The listings that can serve it, the most selective kind first. Only those of issues are counted, and only where there are several.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async ValueTask<IndexListing> SmallestAsync(int generation, IReadOnlyList<IndexListing> listings, CancellationToken cancellationToken)
    {
        var first = listings[0];
        if (!IsCounted(first) || !IsCounted(listings[1]))
        {
            return first;
        }

        var counts = await CountAsync(generation, cancellationToken);
        return listings.Where(IsCounted).MinBy(listing => counts.ArticlesOf(listing));
    }

    private async ValueTask<ListingNumbers> CountAsync(int generation, CancellationToken cancellationToken)
    {
        if (_last is { } last && last.Generation == generation && time.GetUtcNow() < last.Until)
        {
            return last.ByListing;
        }

        var found = await stats.ReadListingsAsync(generation, day: null, cancellationToken);
        _last = new Counts(generation, found, time.GetUtcNow() + MaxAge);
        return found;
    }

    private static bool IsCounted(IndexListing listing) => listing.Kind is IndexKind.Issue or IndexKind.Branch;

    private sealed record Counts(int Generation, ListingNumbers ByListing, DateTimeOffset Until);
}
