using Pipeline.Processing.Poison;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Commands;

/// <summary>What people tell the pipeline to do with an article. Each changes what is wanted, and asks for it to be done; doing it again does no harm.</summary>
public sealed class ArticleCommands(IArticleStore articles, IFileStore files, ISourceFileStore sources, IPipelineQueues queues)
{
    private const int MaxAttempts = 5;

    /// <summary>
    /// Deletes an article: removes its file, or, where the file holds several, keeps the article away until it is restored, whatever
    /// versions of the file come.
    /// </summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the command early; a repetition does the rest.</param>
    public async Task<QueryResult<AcceptedResponse>> DeleteAsync(string articleId, CancellationToken cancellationToken)
    {
        if (await FindAsync(articleId, cancellationToken) is not { } head)
        {
            return NotKnown;
        }

        if (head is { State: ArticleState.Deleted, IsSuppressed: false, Expired: null })
        {
            return new AcceptedResponse(articleId); // What is there under its file's name by now is another article.
        }

        var file = (await files.ReadAsync(head.FileId, cancellationToken))?.Value;
        if (VersionOfItsOwn(head, file) is not { } etag)
        {
            return await SuppressAsync(articleId, isSuppressed: true, cancellationToken);
        }

        return await TryDeleteFileAsync(head.BlobName, etag, cancellationToken)
            ? new AcceptedResponse(articleId)
            : new QueryProblem(QueryProblemKind.Conflict, "The article's file has just changed: ask again in a moment.");
    }

    /// <summary>
    /// Deletes an article that is older than articles are kept: removes its file, or, where the file holds several, keeps the article
    /// away until it says something else.
    /// </summary>
    /// <param name="article">The article's head as it was read.</param>
    /// <param name="file">The file's record.</param>
    /// <param name="cancellationToken">Ends the command early; a repetition does the rest.</param>
    /// <returns>False where the article or its file has just changed.</returns>
    public async Task<bool> TryExpireAsync(Stored<ArticleHead> article, FileRecord file, CancellationToken cancellationToken)
    {
        var head = article.Value;
        if (VersionOfItsOwn(head, file) is { } etag)
        {
            return await TryDeleteFileAsync(head.BlobName, etag, cancellationToken);
        }

        if (!await articles.TryKeepAwayAsync(head.ArticleId, isSuppressed: false, expired: head.Content ?? head.Version, article.Tag, cancellationToken))
        {
            return false;
        }

        await queues.SendAsync(new TagIssuesMessage(head.ArticleId, head.FileId), TimeSpan.Zero, cancellationToken);
        return true;
    }

    /// <summary>Lets an article of a file of several come back that was deleted, or that expired.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the command early; a repetition does the rest.</param>
    public async Task<QueryResult<AcceptedResponse>> RestoreAsync(string articleId, CancellationToken cancellationToken) =>
        await FindAsync(articleId, cancellationToken) switch
        {
            null => NotKnown,
            { State: ArticleState.Deleted, IsSuppressed: false, Expired: null } => new QueryProblem(QueryProblemKind.Deleted, "The article's file is gone, or holds it no longer: drop the file again."),
            _ => await SuppressAsync(articleId, isSuppressed: false, cancellationToken),
        };

    /// <summary>Asks for an article to be parsed, tagged and summarised again, also where it is rejected, failed, or as it should be.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the command early; a repetition does the rest.</param>
    public async Task<QueryResult<AcceptedResponse>> ReprocessAsync(string articleId, CancellationToken cancellationToken)
    {
        var head = await FindAsync(articleId, cancellationToken);
        if (head is null || ArticleProblems.Of(head) is { Kind: QueryProblemKind.Deleted })
        {
            return head is null ? NotKnown : ArticleProblems.Of(head)!;
        }

        await AskAsync([head], [], cancellationToken);
        return new AcceptedResponse(articleId);
    }

    /// <summary>Asks for several articles to be parsed, tagged and summarised again. Parsing a file asks for all of its articles: each file is parsed once.</summary>
    /// <param name="articleIds">The articles' ids; those that are not known or deleted are passed over.</param>
    /// <param name="parsed">The ids of files that are being parsed already.</param>
    /// <param name="cancellationToken">Ends the command early; a repetition does the rest.</param>
    /// <returns>The ids of the files that were asked to be parsed.</returns>
    public async Task<IReadOnlyList<string>> ReprocessAsync(IReadOnlyList<string> articleIds, IReadOnlyCollection<string> parsed, CancellationToken cancellationToken)
    {
        var heads = await Task.WhenAll(articleIds.Select(id => FindAsync(id, cancellationToken)));
        var wanted = heads.OfType<ArticleHead>().Where(head => ArticleProblems.Of(head) is not { Kind: QueryProblemKind.Deleted }).ToList();
        return await AskAsync(wanted, parsed, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> AskAsync(List<ArticleHead> wanted, IReadOnlyCollection<string> parsed, CancellationToken cancellationToken)
    {
        var firsts = wanted.DistinctBy(head => head.FileId, StringComparer.Ordinal).ExceptBy(parsed, head => head.FileId, StringComparer.Ordinal).ToList();
        await Task.WhenAll(firsts.Select(head => SendAsync(head.FileId, () => queues.SendAsync(new ParseArticleMessage(head.BlobName), cancellationToken))));
        await Task.WhenAll(wanted
            .Where(head => head is not { State: ArticleState.Failed, Reason: FailedArticleMarker.ParsingFailed })
            .Select(head => SendAsync(head.ArticleId, () => queues.SendAsync(new TagIssuesMessage(head.ArticleId, head.FileId) { Again = true }, TimeSpan.Zero, cancellationToken))));
        return [.. firsts.Select(head => head.FileId)];

        Task SendAsync(string id, Func<Task> send) => wanted.Count > 1 ? PipelineTelemetry.AskForOneOfManyAsync(id, send) : send();
    }

    private Task<ArticleHead?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        ArticleIds.IsId(articleId) ? articles.ReadHeadAsync(articleId, cancellationToken) : Task.FromResult<ArticleHead?>(null);

    /// <summary>Returns the version of the file that is this article alone, one that could not be parsed included; null where the file holds others, or did.</summary>
    private static string? VersionOfItsOwn(ArticleHead head, FileRecord? file) =>
        file?.ArticleIds is [var only] && only == head.ArticleId ? (head is { State: ArticleState.Failed, Reason: FailedArticleMarker.ParsingFailed } ? head.ETag : file.ETag)
        : file?.ArticleIds is null or [] && head.ArticleId == head.FileId ? head.ETag
        : null;

    private static QueryProblem NotKnown => new(QueryProblemKind.NotFound, "No article is known under this id.");

    /// <summary>Deletes a file and asks for its articles to go. The blob first: a message that comes before finds the file as it was.</summary>
    /// <returns>False where it is of another version.</returns>
    private async Task<bool> TryDeleteFileAsync(string blobName, string etag, CancellationToken cancellationToken)
    {
        if (!await sources.TryDeleteAsync(blobName, etag, cancellationToken))
        {
            return false;
        }

        await queues.SendAsync(new ParseArticleMessage(blobName), cancellationToken);
        return true;
    }

    private async Task<QueryResult<AcceptedResponse>> SuppressAsync(string articleId, bool isSuppressed, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if ((await articles.ReadAsync(articleId, cancellationToken)).Head is not { } stored)
            {
                return NotKnown;
            }

            var isDone = stored.Value.IsSuppressed == isSuppressed && stored.Value.Expired is null;
            if (isDone || await articles.TryKeepAwayAsync(articleId, isSuppressed, expired: null, stored.Tag, cancellationToken))
            {
                await queues.SendAsync(new TagIssuesMessage(articleId, stored.Value.FileId), TimeSpan.Zero, cancellationToken);
                return new AcceptedResponse(articleId);
            }
        }

        throw new ContentionException($"Article {articleId} changed during each of {MaxAttempts} attempts.");
    }
}

/// <summary>The answer to a command that is done in a while.</summary>
/// <param name="Id">What it is about: <c>GET /api/articles/{id}</c> tells when it is done.</param>
public sealed record AcceptedResponse(string Id);
