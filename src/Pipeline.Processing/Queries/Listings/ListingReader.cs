using Pipeline.Processing.Generations;
using Pipeline.Storage.Index;

namespace Pipeline.Processing.Queries.Listings;

/// <summary>
/// Reads a page of a listing. A filter that one listing serves costs one range query of one page. Any other is read from the
/// most selective listing that there is, leaving rows out, in at most <see cref="MaxCalls"/> queries of <see cref="ScanRows"/> rows.
/// </summary>
/// <param name="index">The listings.</param>
/// <param name="sizes">How many articles listings have.</param>
/// <param name="generations">The generations of the index.</param>
public sealed class ListingReader(IIndexStore index, ListingSizes sizes, GenerationsInForce generations)
{
    /// <summary>The most queries of a page whose filter leaves rows out.</summary>
    public const int MaxCalls = 8;

    /// <summary>The rows of each of these queries.</summary>
    public const int ScanRows = 250;

    /// <summary>Reads a page.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    internal async Task<ListingPage> ReadAsync(ListingRequest request, CancellationToken cancellationToken)
    {
        var generation = (await generations.GetAsync(cancellationToken)).Live;
        var listing = request.After?.Listing ?? await sizes.SmallestAsync(generation, request.Filter.Listings, cancellationToken);
        var query = request.Filter.Days.Of(listing) with { Generation = generation };
        return request.Filter.IsServedBy(listing)
            ? Whole(await index.ReadAsync(query, request.After?.After, request.Limit, cancellationToken), listing)
            : await ScanAsync(request, query, cancellationToken);
    }

    private static ListingPage Whole(IndexPage page, IndexListing listing) => new(page.Rows, Cursor(listing, page.Next), IsPartial: false);

    private async Task<ListingPage> ScanAsync(ListingRequest request, IndexQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<IndexRow>(request.Limit);
        var after = request.After?.After;
        for (var call = 0; call < MaxCalls; call++)
        {
            var page = await index.ReadAsync(query, after, ScanRows, cancellationToken);
            foreach (var row in page.Rows.Where(row => request.Filter.Shows(row.Entry)))
            {
                if (rows.Count == request.Limit)
                {
                    return new ListingPage(rows, Cursor(query.Listing, rows[^1].Position), IsPartial: false);
                }

                rows.Add(row);
            }

            if (page.Next is null)
            {
                return new ListingPage(rows, Next: null, IsPartial: false);
            }

            after = page.Next;
        }

        return new ListingPage(rows, Cursor(query.Listing, after), IsPartial: rows.Count < request.Limit);
    }

    private static ListingCursor? Cursor(IndexListing listing, IndexPosition? after) => after is { } position ? new ListingCursor(listing, position) : null;
}

/// <summary>A page of a listing that is asked for.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="After">Where the page begins; null for the first one.</param>
/// <param name="Limit">The most rows.</param>
internal sealed record ListingRequest(ListingFilter Filter, ListingCursor? After, int Limit);

/// <summary>A page of a listing.</summary>
/// <param name="Rows">The rows, newest first.</param>
/// <param name="Next">Where the next page begins; null where this is the last.</param>
/// <param name="IsPartial">Whether the budget of queries ended the page before it was full.</param>
internal sealed record ListingPage(IReadOnlyList<IndexRow> Rows, ListingCursor? Next, bool IsPartial);
