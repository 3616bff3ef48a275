using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Index;
using Pipeline.Storage.Meta;
using Pipeline.Text;

namespace Pipeline.Processing.Reprocessing;

/// <summary>Finds, page by page, what an order to process articles again is about.</summary>
public sealed class ReprocessPages(IFileStore files, IIndexStore index, ListingReader listings)
{
    private const int PageSize = 100;

    // A file may hold thousands of articles, each of which is asked for: whether there is room is looked at before each.
    private const int FilePageSize = 1;

    /// <summary>Tells what is wrong with a filter; null where nothing is.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="analyzer">The analyser with the taxonomy in force.</param>
    public static QueryProblem? Check(ReprocessFilter filter, ArticleAnalyzer analyzer)
    {
        if (filter.State is not null)
        {
            return filter.State is not ("rejected" or "failed") ? QueryProblem.Parameter("state", "must be rejected or failed")
                : filter with { State = null } != new ReprocessFilter() ? QueryProblem.Parameter("state", "does not go together with other conditions")
                : null;
        }

        return Read(filter, cursor: null, analyzer).Problem;
    }

    /// <summary>Reads the next page.</summary>
    /// <param name="job">The order.</param>
    /// <param name="analyzer">The analyser with the taxonomy in force.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    internal async Task<ReprocessPage> ReadAsync(ReprocessJob job, ArticleAnalyzer analyzer, CancellationToken cancellationToken)
    {
        if (job.Filter == new ReprocessFilter())
        {
            var page = await files.ScanAsync(job.Cursor, FilePageSize, cancellationToken);
            return new ReprocessPage([], [.. page.Items.Select(file => file.Value)], page.Next);
        }

        if (job.Filter.State is { } state)
        {
            IndexPosition? after = job.Cursor is not null && IndexPosition.TryParse(job.Cursor, out var position) ? position : null;
            var page = await index.ReadAsync(new IndexQuery(IndexListing.State(Enum.Parse<ArticleState>(state, ignoreCase: true))), after, PageSize, cancellationToken);
            return new ReprocessPage([.. page.Rows.Select(row => row.Entry.ArticleId)], [], page.Next?.RowKey);
        }

        var request = Read(job.Filter, job.Cursor, analyzer);
        if (request.Problem is { Kind: QueryProblemKind.InvalidCursor })
        {
            // The taxonomy changed what the filter stands for. What was asked for already is asked for again.
            request = Read(job.Filter, cursor: null, analyzer);
        }

        if (request.Problem is not null)
        {
            return new ReprocessPage([], [], Next: null); // The issue went with its taxonomy: no article is about it.
        }

        var listed = await listings.ReadAsync(request.Value!, cancellationToken);
        return new ReprocessPage([.. listed.Rows.Select(row => row.Entry.ArticleId)], [], listed.Next?.Write(request.Value!.Filter.ToString()));
    }

    private static QueryResult<ListingRequest> Read(ReprocessFilter filter, string? cursor, ArticleAnalyzer analyzer) => new SummaryListParameters
    {
        From = filter.From,
        To = filter.To,
        Issues = filter.Issue is null ? [] : [filter.Issue],
        Source = filter.Source,
        Actor = filter.Actor,
        Language = filter.Language,
        Cursor = cursor,
        Limit = PageSize.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }.Read(analyzer.Taxonomy, analyzer.FindWikidata);
}

/// <summary>A page of what an order is about: articles, or whole files.</summary>
/// <param name="ArticleIds">The articles' ids.</param>
/// <param name="Files">The files.</param>
/// <param name="Next">Where the next page begins; null where this was the last.</param>
internal sealed record ReprocessPage(IReadOnlyList<string> ArticleIds, IReadOnlyList<FileRecord> Files, string? Next);
