using Pipeline.Processing.Commands;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Reconciliation;

/// <summary>Compares the files' rows with the container and with the heads: a file whose blob is gone goes, and each article is to be what its row wants.</summary>
public sealed class FileSweep(IFileStore files, ISourceFileStore sources, IArticleStore articles, IPipelineQueues queues, ArticleCommands commands) : IReconcileSweep
{
    /// <summary>The most articles of one step, each of which is read: a file of more is gone through in several.</summary>
    public const int MaxArticles = 500;

    private const int PageSize = 10;

    /// <inheritdoc/>
    public string Name => "files";

    /// <inheritdoc/>
    public async Task<SweepStep> CheckAsync(string? token, ReconcileRun run, CancellationToken cancellationToken)
    {
        var position = FileSweepPosition.Parse(token);
        var page = await files.ScanAsync(position.Page, PageSize, cancellationToken);
        var (parts, next) = Take(page, position);
        await run.ForEachAsync(parts, (part, ended) => CheckAsync(part, run, ended), cancellationToken);

        // Only the last part may end inside its file.
        return new SweepStep(
            parts.Sum(part => 1 + part.Count),
            next is { Articles: > 0 } ? (next with { Expired = parts[^1].Expired }).ToString() : next?.ToString());
    }

    /// <summary>Takes as much of a page as one step may read.</summary>
    /// <returns>What it is, and where it goes on, but for what expired; null at the end.</returns>
    private static (List<Part> Parts, FileSweepPosition? Next) Take(StoragePage<Stored<FileRecord>> page, FileSweepPosition position)
    {
        var parts = new List<Part>();
        var room = MaxArticles;
        foreach (var file in page.Items.Select(stored => stored.Value).Where(file => string.CompareOrdinal(file.FileId, position.FileId) >= 0))
        {
            // One that changed meanwhile is gone on with, but it is not known to have expired.
            var isSame = file.FileId == position.FileId && file.Version == position.Version;
            var from = file.FileId == position.FileId ? Math.Min(position.Articles, file.ArticleIds.Count) : 0;
            if (room == 0)
            {
                return (parts, new FileSweepPosition(position.Page, file.FileId, file.Version));
            }

            var count = Math.Min(room, file.ArticleIds.Count - from);
            parts.Add(new Part(file, from, count) { Expired = isSame ? position.Expired : 0 });
            room -= count;
            if (from + count < file.ArticleIds.Count)
            {
                return (parts, new FileSweepPosition(position.Page, file.FileId, file.Version, from + count));
            }
        }

        return (parts, page.Next is null ? null : new FileSweepPosition(page.Next));
    }

    private async Task CheckAsync(Part part, ReconcileRun run, CancellationToken cancellationToken)
    {
        var file = part.File;
        var (holds, retires) = (file.ArticleIds.Count > 0, file.Retiring.Count > 0);
        if ((holds || retires) && await sources.ReadETagAsync(file.BlobName, cancellationToken) is "")
        {
            run.Report(ReconcileFinding.GoneBlob);
            await queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken);
            return;
        }

        if (part.From == 0 && retires && !await AllFailedAsync(file.Retiring, cancellationToken))
        {
            run.Report(ReconcileFinding.UnannouncedFile);
            await queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken);
        }

        // Those that are known to have expired: one that could not be read is not among them.
        await run.ForEachAsync(
            file.ArticleIds.Skip(part.From).Take(part.Count),
            async (articleId, ended) => part.Add(await HasExpiredAsync(articleId, file, run, ended)),
            cancellationToken);
        if (holds && part.Expired == file.ArticleIds.Count && await sources.TryDeleteAsync(file.BlobName, file.ETag, cancellationToken))
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
        if (partition.Head is { Value: var head } stored && IsAsWanted(head, file))
        {
            if (head.State != ArticleState.Deleted && (head.Updated ?? head.FirstSeen) < run.ArticlesKeptSince
                && await commands.TryExpireAsync(stored, file, cancellationToken))
            {
                run.Report(ReconcileFinding.ExpiredArticle);
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
    private static bool IsAsWanted(ArticleHead head, FileRecord file) => head.IsKeptAway(file.Version)
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

    /// <summary>Some of the articles of a file, from one of them on.</summary>
    private sealed class Part(FileRecord file, int from, int count)
    {
        private int _expired;

        public FileRecord File => file;

        public int From => from;

        public int Count => count;

        /// <summary>Gets how many of the file's articles up to the part's end are known to have expired.</summary>
        public int Expired
        {
            get => _expired;
            init => _expired = value;
        }

        public void Add(bool hasExpired) => Interlocked.Add(ref _expired, hasExpired ? 1 : 0);
    }
}
