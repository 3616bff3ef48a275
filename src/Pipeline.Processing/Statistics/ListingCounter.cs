using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;

namespace Pipeline.Processing.Statistics;

/// <summary>Counts the rows of a listing, and by what they are.</summary>
/// <param name="index">The listings.</param>
internal sealed class ListingCounter(IIndexStore index)
{
    // 50 names of a kind are one property, which holds 32K characters.
    private const int MaxNameLength = 100;

    /// <summary>Counts a span of time.</summary>
    /// <param name="counted">The listing.</param>
    /// <param name="from">When the span begins.</param>
    /// <param name="length">Its length.</param>
    /// <param name="maxRows">The most rows that are counted.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The counts; null where there are more rows.</returns>
    public async Task<StatsCounts?> CountAsync(CountedListing counted, DateTime from, TimeSpan length, int maxRows, CancellationToken cancellationToken)
    {
        DateTime? before = DateTime.MaxValue - from > length ? from + length : null;
        var query = new IndexQuery(counted.Listing, from, before) { Generation = counted.Generation, Columns = IndexColumns.Statistics };
        var articles = 0L;
        Dictionary<string, NamedCount> sources = [], actors = [], issues = [];
        IndexPosition? after = null;
        do
        {
            var page = await index.ReadAsync(query, after, IIndexStore.MaxRows, cancellationToken);
            articles += page.Rows.Count;
            if (articles > maxRows || (articles == maxRows && page.Next is not null))
            {
                return null;
            }

            foreach (var entry in page.Rows.Select(row => row.Entry))
            {
                Add(sources, entry.Source is null ? [] : [new NamedCount(NameKeys.Source(entry.Source), ArticleLimits.Cut(entry.Source, MaxNameLength), 1)]);
                Add(actors, entry.Actors.Select(actor => new NamedCount(NameKeys.Actor(actor.Name, actor.Wikidata), ArticleLimits.Cut(actor.Name, MaxNameLength), 1, actor.Wikidata)));
                Add(issues, entry.Issues.Select(issue => new NamedCount(issue.Id, null, 1)));
            }

            after = page.Next;
        }
        while (after is not null);

        return new StatsCounts(articles, StatsCounts.Lead(sources.Values), StatsCounts.Lead(actors.Values), StatsCounts.Lead(issues.Values));
    }

    private static void Add(Dictionary<string, NamedCount> counts, IEnumerable<NamedCount> found)
    {
        foreach (var one in found.DistinctBy(count => count.Id))
        {
            counts[one.Id] = counts.TryGetValue(one.Id, out var present) ? present with { Articles = present.Articles + 1 } : one;
        }
    }
}

/// <summary>A listing that is counted.</summary>
/// <param name="Generation">The generation of the index.</param>
/// <param name="Listing">The listing.</param>
internal readonly record struct CountedListing(int Generation, IndexListing Listing);
