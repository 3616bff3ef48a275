using Microsoft.Extensions.Logging;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage;
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
    FileAnnouncer announcer,
    IPipelineQueues queues,
    ArticleParser parser,
    StageRunner stages,
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
        return stages.RunAsync("parse", delivery, fileId, () => ParseAsync(fileId, blobName, cancellationToken), cancellationToken);
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
            return FileRecord.After(previous, fileId, blobName, etag: "", version: "", []);
        }

        var version = ArticleVersions.ForParsing(blob.ETag, parser.Version);

        // Also in a repetition: this is what brings back parsed blobs that are missing.
        var items = blob.Content is { } content
            ? parser.Parse(new SourceFile(blobName, content) { Received = blob.LastModified }, cancellationToken)
            : [parser.RejectTooLong()];
        var articles = items.Select(item => (Id: ArticleIds.ForItem(fileId, item.ItemId), Item: item)).ToList();
        await BoundedWork.ForEachAsync(
            articles,
            FileAnnouncer.Parallelism,
            (article, token) => parsed.WriteAsync(article.Id, version, new ParsedArticle(fileId, blobName, blob.ETag, blob.LastModified, article.Item), token),
            cancellationToken);
        foreach (var (id, item) in articles.Where(article => article.Item.Rejection is not null))
        {
            Log.Rejected(logger, id, item.Rejection!.Reason);
        }

        return FileRecord.After(previous, fileId, blobName, blob.ETag, version, [.. articles.Select(article => article.Id)]);
    }

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
        await announcer.AnnounceAsync(row, cancellationToken);
        var file = row.Value;
        var etag = await sources.ReadETagAsync(file.BlobName, cancellationToken);
        if (etag != (blob?.ETag ?? ""))
        {
            await queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken);
        }

        Log.Parsed(logger, file.FileId, file.ArticleIds.Count, file.Retiring.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Parsed file {FileId}: {Articles} articles, {Retiring} retiring.")]
        public static partial void Parsed(ILogger logger, string fileId, int articles, int retiring);

        [LoggerMessage(2, LogLevel.Warning, "Rejected article {ArticleId}: {Reason}.")]
        public static partial void Rejected(ILogger logger, string articleId, string reason);
    }
}
