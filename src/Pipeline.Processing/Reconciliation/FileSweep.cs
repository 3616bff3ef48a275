using Pipeline.Processing.Commands;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Reconciliation;

/// <summary>Compares the files' rows with the container and with the heads: a file whose blob is gone goes, and each article is to be what its row wants.</summary>
public sealed class FileSweep(IFileStore files, ISourceFileStore sources, IArticleStore articles, IPipelineQueues queues, ArticleCommands commands) : IReconcileSweep
{
    // A file may hold thousands of articles, each of which is read.
    private const int PageSize = 10;

    /// <inheritdoc/>
    public string Name => "files";

    /// <inheritdoc/>
    public async Task<SweepStep> CheckAsync(string? token, ReconcileRun run, CancellationToken cancellationToken)
    {
        var page = await files.ScanAsync(token, PageSize, cancellationToken);
        await run.ForEachAsync(page.Items, (file, ended) => CheckAsync(file.Value, run, ended), cancellationToken);
        return new SweepStep(page.Items.Sum(file => 1 + file.Value.ArticleIds.Count), page.Next);
    }

    private async Task CheckAsync(FileRecord file, ReconcileRun run, CancellationToken cancellationToken)
    {
        var (holds, retires) = (file.ArticleIds.Count > 0, file.Retiring.Count > 0);
        if ((holds || retires) && await sources.ReadETagAsync(file.BlobName, cancellationToken) is "")
        {
            run.Report(ReconcileFinding.GoneBlob);
            await queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken);
            return;
        }

        if (retires && !await AllFailedAsync(file.Retiring, cancellationToken))
        {
            run.Report(ReconcileFinding.UnannouncedFile);
            await queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken);
        }

        // Those that are known to have expired: one that could not be read is not among them.
        var expired = 0;
        await run.ForEachAsync(
            file.ArticleIds,
            async (articleId, ended) => Interlocked.Add(ref expired, await HasExpiredAsync(articleId, file, run, ended) ? 1 : 0),
            cancellationToken);
        if (holds && expired == file.ArticleIds.Count && await sources.TryDeleteAsync(file.BlobName, file.ETag, cancellationToken))
        {
            // All that it held was deleted, one by one, as time went by.
            run.Report(ReconcileFinding.ExpiredArticle);
            await queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken);
        }
    }

    /// <summary>Checks an article of a file.</summary>
    /// <returns>True where it is deleted already and older than articles are kept; one that was deleted by command before that may be restored.</returns>
    private async Task<bool> HasExpiredAsync(string articleId, FileRecord file, ReconcileRun run, CancellationToken cancellationToken)
    {
        var partition = await articles.ReadAsync(articleId, cancellationToken);
        if (partition.Head is { Value: var head } && IsAsWanted(head, file))
        {
            if (head.State != ArticleState.Deleted && (head.Updated ?? head.FirstSeen) < run.ArticlesKeptSince)
            {
                if ((await commands.DeleteAsync(articleId, cancellationToken)).Problem is null)
                {
                    run.Report(ReconcileFinding.ExpiredArticle);
                }
            }

            return head.State == ArticleState.Deleted && head.FirstSeen < run.ArticlesKeptSince;
        }

        if (partition.Head?.Value.FirstSeen > run.Settled || partition.Intents.Any(intent => intent.Started > run.Settled))
        {
            return false; // It is being worked on.
        }

        run.Report(ReconcileFinding.UntaggedArticle);
        await queues.SendAsync(new TagIssuesMessage(articleId, file.FileId), TimeSpan.Zero, cancellationToken);
        return false;
    }

    /// <summary>Tells whether an article is what the row wants. (By what taxonomy it is tagged is for the rebuild of the index to see.) One that failed waits for somebody.</summary>
    private static bool IsAsWanted(ArticleHead head, FileRecord file) => head.IsSuppressed
        ? head.State == ArticleState.Deleted
        : head.Version == file.Version && head.State is ArticleState.Tagged or ArticleState.Rejected or ArticleState.Failed;

    /// <summary>Tells whether all of the articles failed: the row names such ones until the file can be parsed.</summary>
    private async Task<bool> AllFailedAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (await articles.ReadHeadAsync(id, cancellationToken) is not { State: ArticleState.Failed })
            {
                return false;
            }
        }

        return true;
    }
}
