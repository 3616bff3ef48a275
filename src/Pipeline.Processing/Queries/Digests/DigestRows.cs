using Pipeline.Storage.Index;

namespace Pipeline.Processing.Queries.Digests;

/// <summary>
/// Reads the rows that a digest is made of, in a bounded number of calls: all of a range, or, where they are more than
/// one page takes, the newest page and an even share of the rest of the time; of a range without a start, the newest two pages.
/// </summary>
/// <param name="index">The listings.</param>
internal sealed class DigestRows(IIndexStore index)
{
    /// <summary>The most rows of one call: what the store takes.</summary>
    public const int PageRows = IIndexStore.MaxRows;

    /// <summary>The parts that the time behind the first page is cut into, each read by one call.</summary>
    public const int MaxParts = 10;

    /// <summary>The most rows of a digest.</summary>
    public const int MaxRows = PageRows * (MaxParts + 1);

    /// <summary>Reads a range.</summary>
    /// <param name="range">The listing and the range, with the columns of digests.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The rows, and whether there are more that were left out.</returns>
    public async Task<(IReadOnlyList<IndexRow> Rows, bool Sampled)> ReadAsync(IndexQuery range, CancellationToken cancellationToken)
    {
        var first = await index.ReadAsync(range, after: null, PageRows, cancellationToken);
        if (first.Next is not { } next)
        {
            return (first.Rows, false);
        }

        var pages = await Task.WhenAll(Parts(range, first.Rows[^1].Position.Time).Select((part, i) => index.ReadAsync(part, i == 0 ? next : null, PageRows, cancellationToken)));
        return ([.. first.Rows, .. pages.SelectMany(page => page.Rows)], Array.Exists(pages, page => page.Next is not null));
    }

    /// <summary>Cuts the time from a row back to the range's start into equal parts, the newest first; one part where the range has no start.</summary>
    private static IEnumerable<IndexQuery> Parts(IndexQuery query, DateTime newest)
    {
        var length = query.From is { } from ? (newest - from) / MaxParts : TimeSpan.Zero;
        if (length <= TimeSpan.Zero)
        {
            return [query];
        }

        return Enumerable.Range(0, MaxParts).Select(part => query with
        {
            From = part == MaxParts - 1 ? query.From : newest - ((part + 1) * length),
            Before = part == 0 ? query.Before : newest - (part * length),
        });
    }
}
