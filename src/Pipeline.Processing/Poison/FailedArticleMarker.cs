using Pipeline.Processing.Tagging;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;

namespace Pipeline.Processing.Poison;

/// <summary>Marks articles as failed, by the same steps as any other change of their rows.</summary>
public sealed class FailedArticleMarker(
    IArticleStore articles,
    IFileStore files,
    ISourceFileStore sources,
    WantedArticles wantedArticles,
    ArticleCommitter committer,
    UpToDateCheck upToDate,
    TimeProvider time)
{
    /// <summary>The reason of a failed article whose file could not be parsed.</summary>
    public const string ParsingFailed = "parsing-failed";

    /// <summary>The reason of a failed article that could not be tagged.</summary>
    public const string TaggingFailed = "tagging-failed";

    private const int MaxAttempts = 5;

    /// <summary>Marks an article as failed, unless it is what its file wants meanwhile, or is wanted no more.</summary>
    /// <param name="target">The article.</param>
    /// <param name="detail">The last error.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ContentionException">Others changed the article during each attempt.</exception>
    internal async Task MarkAsync(PoisonTarget target, string detail, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var partition = await articles.ReadAsync(target.ArticleId, cancellationToken);
            var file = await files.ReadAsync(target.FileId, cancellationToken);
            if (file?.Value.ArticleIds.Contains(target.ArticleId, StringComparer.Ordinal) == true)
            {
                if (upToDate.IsDone(partition, file.Value))
                {
                    return;
                }
            }
            else if (target.BlobName is null || (await sources.ReadETagAsync(target.BlobName, cancellationToken)).Length == 0)
            {
                return;
            }
            else if (!await TryRetireLaterAsync(target, file, cancellationToken))
            {
                continue;
            }

            var blobName = target.BlobName ?? file!.Value.BlobName;
            var firstSeen = partition.Head?.Value.FirstSeen ?? time.GetUtcNow();
            var identity = new ArticleIdentity(target.ArticleId, target.FileId, blobName, firstSeen);
            var reason = target.BlobName is null ? TaggingFailed : ParsingFailed;
            if (await committer.TryCommitAsync(partition, wantedArticles.Failed(identity, file?.Value, reason, detail), cancellationToken))
            {
                return;
            }
        }

        throw new ContentionException($"Article {target.ArticleId} changed during each of {MaxAttempts} attempts.");
    }

    /// <summary>
    /// Writes down that the failed article, which no version of the file lists, is to go once the file can be parsed.
    /// </summary>
    private async Task<bool> TryRetireLaterAsync(PoisonTarget target, Stored<FileRecord>? file, CancellationToken cancellationToken)
    {
        var record = file?.Value ?? new FileRecord { FileId = target.FileId, BlobName = target.BlobName! };
        return record.Retiring.Contains(target.ArticleId, StringComparer.Ordinal)
            || await files.TryWriteAsync(record with { Retiring = [.. record.Retiring, target.ArticleId] }, file, cancellationToken) is not null;
    }
}
