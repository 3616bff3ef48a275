using Microsoft.Extensions.Logging;
using Pipeline.Processing.Delivery;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Parsed;
using Pipeline.Text.Parsing;

namespace Pipeline.Processing.Parsing;

/// <summary>
/// Makes the tables say which articles a file holds now, and asks for those to be tagged. Safe under repetition, crashes
/// and other workers on the same file: only the file's row decides, and it changes under the tag that was read.
/// </summary>
public sealed partial class ParseArticleProcessor(
    ISourceFileStore sources,
    IFileStore files,
    IParsedArticleStore parsed,
    IArticleStore articles,
    IPipelineQueues queues,
    ArticleParser parser,
    LastErrors lastErrors,
    TimeProvider time,
    ILogger<ParseArticleProcessor> logger)
{
    private const int MaxAttempts = 5;

    /// <summary>Parses a file.</summary>
    /// <param name="blobName">The blob's name in the container of articles; it need not be there any more.</param>
    /// <param name="delivery">How the file came.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ContentionException">The file's row changed during each attempt.</exception>
    public Task ProcessAsync(string blobName, MessageDelivery delivery, CancellationToken cancellationToken)
    {
        var fileId = ArticleIds.ForFile(blobName);
        return lastErrors.RunAsync(delivery, fileId, () => ParseAsync(fileId, blobName, cancellationToken), cancellationToken);
    }

    private async Task ParseAsync(string fileId, string blobName, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var previous = await files.ReadAsync(fileId, cancellationToken);
            var blob = await sources.ReadAsync(blobName, parser.MaxFileBytes, cancellationToken);
            if (blob is null && previous is null)
            {
                return; // Gone before anything was written for it.
            }

            var wanted = await WantAsync(fileId, blobName, blob, previous?.Value, cancellationToken);

            var current = await WriteAsync(wanted, previous, cancellationToken);
            if (current is not null)
            {
                await AnnounceAsync(current, blob, cancellationToken);
                return;
            }
        }

        throw new ContentionException($"The row of file {fileId} changed during each of {MaxAttempts} attempts.");
    }

    private async Task<FileRecord> WantAsync(
        string fileId, string blobName, SourceBlob? blob, FileRecord? previous, CancellationToken cancellationToken)
    {
        if (blob is null)
        {
            return Record(fileId, blobName, etag: "", version: "", [], previous);
        }

        var version = ArticleVersions.ForParsing(blob.ETag, ArticleParser.Version);

        // Also in a repetition: this is what brings back parsed blobs that are missing.
        var items = parser.Parse(new SourceFile(blobName, blob.Content) { Received = blob.LastModified }, cancellationToken);
        var ids = new List<string>(items.Count);
        foreach (var item in items)
        {
            var articleId = ArticleIds.ForItem(fileId, item.ItemId);
            var article = new ParsedArticle(fileId, blobName, blob.ETag, blob.LastModified, item);
            await parsed.WriteAsync(articleId, version, article, cancellationToken);
            ids.Add(articleId);
            if (item.Rejection is { } rejection)
            {
                Log.Rejected(logger, articleId, rejection.Reason);
            }
        }

        return Record(fileId, blobName, blob.ETag, version, ids, previous);
    }

    private static FileRecord Record(
        string fileId, string blobName, string etag, string version, IReadOnlyList<string> articleIds, FileRecord? previous) => new()
        {
            FileId = fileId,
            BlobName = blobName,
            ETag = etag,
            Version = version,
            ArticleIds = articleIds,
            Retiring = previous is null ? [] : [.. previous.ArticleIds.Union(previous.Retiring).Except(articleIds)],
        };

    private async Task<Stored<FileRecord>?> WriteAsync(FileRecord wanted, Stored<FileRecord>? previous, CancellationToken cancellationToken)
    {
        if (previous is not null && previous.Value.Says(wanted))
        {
            return previous;
        }

        var tag = await files.TryWriteAsync(wanted, previous, cancellationToken);
        return tag is null ? null : new Stored<FileRecord>(wanted, tag);
    }

    private async Task AnnounceAsync(Stored<FileRecord> row, SourceBlob? blob, CancellationToken cancellationToken)
    {
        var file = row.Value;
        foreach (var articleId in file.ArticleIds)
        {
            await articles.AddIfMissingAsync(Pending(file, articleId), cancellationToken);
        }

        foreach (var articleId in file.ArticleIds.Concat(file.Retiring))
        {
            await queues.SendAsync(new TagIssuesMessage(articleId, file.FileId), TimeSpan.Zero, cancellationToken);
        }

        if (file.Retiring.Count > 0)
        {
            // Where the row changed meanwhile, who changed it takes the retiring ids over.
            await files.TryWriteAsync(file with { Retiring = [] }, row, cancellationToken);
        }

        var etag = await sources.ReadETagAsync(file.BlobName, cancellationToken);
        if (etag != (blob?.ETag ?? ""))
        {
            await queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken);
        }

        Log.Parsed(logger, file.FileId, file.ArticleIds.Count, file.Retiring.Count);
    }

    private ArticleHead Pending(FileRecord file, string articleId) => new()
    {
        ArticleId = articleId,
        FileId = file.FileId,
        BlobName = file.BlobName,
        State = ArticleState.Pending,
        FirstSeen = time.GetUtcNow(),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Parsed file {FileId}: {Articles} articles, {Retiring} retiring.")]
        public static partial void Parsed(ILogger logger, string fileId, int articles, int retiring);

        [LoggerMessage(2, LogLevel.Warning, "Rejected article {ArticleId}: {Reason}.")]
        public static partial void Rejected(ILogger logger, string articleId, string reason);
    }
}
