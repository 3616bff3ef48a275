using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Text.Parsing;

namespace Pipeline.Processing.Queries;

/// <summary>Lists articles by where they come from, or by a state that needs looking at.</summary>
public sealed class ArticleListQueries(IFileStore files, IArticleStore articles, IIndexStore index, ArticleParser parser)
{
    /// <summary>Returns a page of the articles of a blob, in the order of the file, a point read each; or of those in a state, newest first, by one range query.</summary>
    /// <param name="parameters">What is asked for: a blob or a state.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<PageResponse<ListedArticleResponse>>> ListAsync(ArticleListParameters parameters, CancellationToken cancellationToken)
    {
        if (!NumberParameter.TryRead(parameters.Limit, SummaryListParameters.DefaultLimit, SummaryListParameters.MaxLimit, out var limit))
        {
            return QueryProblem.Parameter("limit", $"must be a number from 1 to {SummaryListParameters.MaxLimit}");
        }

        return (parameters.Blob, parameters.State) switch
        {
            ({ Length: > 0 } blob, null) => await OfBlobAsync(blob, parameters.ETag, parameters.Cursor, limit, cancellationToken),
            (null, _) when parameters.ETag is not null => QueryProblem.Parameter("etag", "goes together with 'blob' alone"),
            (null, var text) when ReadState(text) is { } state => await InStateAsync(state, parameters.Cursor, limit, cancellationToken),
            (null, _) => QueryProblem.Parameter("state", "must be rejected or failed"),
            _ => QueryProblem.Parameter("blob", "must be the name of a blob, and does not go together with 'state'"),
        };
    }

    private static QueryProblem NotACursor => new(QueryProblemKind.InvalidCursor, "The cursor is not one that this listing gave with these parameters.");

    private static QueryProblem NotParsedYet => new(QueryProblemKind.Pending, "That version of the file is not parsed yet; ask again.");

    private async Task<QueryResult<PageResponse<ListedArticleResponse>>> OfBlobAsync(string blob, string? etag, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var fileId = ArticleIds.ForFile(blob);
        var file = await files.ReadAsync(fileId, cancellationToken);
        etag = etag?.Trim('"');
        if (etag is not null && file?.Value.Version != ArticleVersions.ForParsing(etag, parser.Version))
        {
            return await OfUnparsedAsync(fileId, etag, cancellationToken);
        }

        if (file is null)
        {
            return new QueryProblem(QueryProblemKind.NotFound, "No file of that name is known.");
        }

        // The cursor is the last article of the page before: their order is that of the file.
        var ids = file.Value.ArticleIds;
        var start = cursor is null ? 0 : ids.ToList().IndexOf(cursor) + 1;
        if (cursor is not null && start == 0)
        {
            return NotACursor;
        }

        string[] page = [.. ids.Skip(start).Take(limit)];
        var heads = await Task.WhenAll(page.Select(id => articles.ReadHeadAsync(id, cancellationToken)));
        if (etag is not null && heads.Contains(null))
        {
            return NotParsedYet;
        }

        return new PageResponse<ListedArticleResponse>(
            [.. heads.OfType<ArticleHead>().Select(head => etag is null ? Describe(head) : DescribeIn(file.Value, etag, head))],
            start + page.Length < ids.Count ? page[^1] : null);
    }

    /// <summary>Describes an article in a version of its file: what is known of it from another version says nothing of this one.</summary>
    private static ListedArticleResponse DescribeIn(FileRecord file, string etag, ArticleHead head)
    {
        // What failed names the blob that it failed at; its version may be the one before.
        var isKnown = head.State == ArticleState.Failed ? head.ETag == etag : head.Version == file.Version || head.IsKeptAway(file.Version);
        return isKnown ? Describe(head) : Describe(head) with { State = ArticleState.Pending, Reason = null, Detail = null };
    }

    /// <summary>Answers for a version of a file that is not parsed: it will be, unless that failed too often.</summary>
    private async Task<QueryResult<PageResponse<ListedArticleResponse>>> OfUnparsedAsync(string fileId, string etag, CancellationToken cancellationToken) =>
        await articles.ReadHeadAsync(fileId, cancellationToken) is { State: ArticleState.Failed } head && head.ETag == etag
            ? new PageResponse<ListedArticleResponse>([Describe(head)], Next: null)
            : NotParsedYet;

    private async Task<QueryResult<PageResponse<ListedArticleResponse>>> InStateAsync(ArticleState state, string? text, int limit, CancellationToken cancellationToken)
    {
        var listing = IndexListing.State(state);
        ListingCursor? cursor = null;
        if (text is not null && !ListingCursor.TryRead(text, filter: "", [listing], out cursor))
        {
            return NotACursor;
        }

        var page = await index.ReadAsync(new IndexQuery(listing), cursor?.After, limit, cancellationToken);
        return new PageResponse<ListedArticleResponse>(
            [.. page.Rows.Select(row => Describe(row.Entry, state))],
            page.Next is { } next ? new ListingCursor(listing, next).Write(filter: "") : null);
    }

    private static ArticleState? ReadState(string? text) => text switch
    {
        null or "rejected" => ArticleState.Rejected,
        "failed" => ArticleState.Failed,
        _ => null,
    };

    private static ListedArticleResponse Describe(ArticleHead head) => new()
    {
        Id = head.ArticleId,
        Blob = head.BlobName,
        Item = head.ItemId,
        State = head.State,
        Reason = head.Reason,
        Detail = head.Detail,
        Title = head.Title,
        FirstSeen = head.FirstSeen,
    };

    private static ListedArticleResponse Describe(IndexEntry entry, ArticleState state) => new()
    {
        Id = entry.ArticleId,
        Blob = entry.BlobName,
        State = state,
        Reason = entry.Reason,
        Detail = entry.Detail,
        Title = entry.Title,
        FirstSeen = entry.FirstSeen,
    };
}

/// <summary>What a listing of articles is asked for, as text; null for a parameter that is not given.</summary>
/// <param name="Blob">The blob's name.</param>
/// <param name="State"><c>rejected</c> or <c>failed</c>; rejected where neither this nor a blob is given.</param>
/// <param name="Cursor">Where the page begins.</param>
/// <param name="Limit">The most items.</param>
/// <param name="ETag">The ETag of the version of the blob whose articles are asked for; null for whichever is known.</param>
public sealed record ArticleListParameters(string? Blob, string? State, string? Cursor, string? Limit, string? ETag = null);
