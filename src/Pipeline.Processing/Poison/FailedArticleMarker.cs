using Pipeline.Processing.Generations;
using Pipeline.Processing.Parsing;
using Pipeline.Processing.Tagging;
using Pipeline.Processing.Taxonomies;
using Pipeline.Processing.Telemetry;
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
    TaxonomyInForce taxonomies,
    GenerationsInForce generations,
    FileAnnouncer announcer,
    PipelineMetrics metrics,
    TimeProvider time)
{
    /// <summary>The reason of a failed article whose file could not be parsed.</summary>
    public const string ParsingFailed = "parsing-failed";

    /// <summary>The reason of a failed article that could not be tagged.</summary>
    public const string TaggingFailed = "tagging-failed";

    private const int MaxAttempts = 5;

    /// <summary>Marks an article as failed, unless it is what its file wants meanwhile; one that is wanted no more gets its tombstone.</summary>
    /// <param name="target">The article.</param>
    /// <param name="detail">The last error.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ContentionException">Others changed the article during each attempt.</exception>
    internal async Task MarkAsync(PoisonTarget target, string detail, CancellationToken cancellationToken)
    {
        var taxonomyVersion = (await taxonomies.GetAsync(cancellationToken)).Taxonomy.Version;
        var generation = (await generations.GetAsync(cancellationToken)).Wanted;
        bool IsDone(ArticlePartition partition, FileRecord file) => UpToDateCheck.IsDone(partition, file, taxonomyVersion, generation);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var partition = await articles.ReadAsync(target.ArticleId, cancellationToken);
            var file = await files.ReadAsync(target.FileId, cancellationToken);

            // The row may still be of the version before the one that cannot be parsed.
            var etag = target.BlobName is null ? "" : await sources.ReadETagAsync(target.BlobName, cancellationToken);
            if (target.BlobName is not null && etag.Length == 0)
            {
                if (await TryRemoveAsync(target.BlobName, file, cancellationToken))
                {
                    return;
                }

                continue;
            }

            if (etag.Length > 0 && file?.Value.ETag == etag && !Lists(file.Value, target))
            {
                // A file of several articles that was parsed, but whose articles may not all have been asked for.
                await announcer.AnnounceAsync(file, cancellationToken);
                return;
            }

            var wanted = target.BlobName is null
                ? AfterTagging(target, partition, file?.Value, IsDone, detail)
                : AfterParsing(target.BlobName, etag, target, partition, file?.Value, IsDone, detail);

            if (wanted is null)
            {
                return;
            }

            if (await TryNameInRowAsync(target, file, cancellationToken) && await committer.TryCommitAsync(partition, wanted, cancellationToken))
            {
                metrics.Committed(wanted.Head.State, wanted.Head.Reason);
                return;
            }
        }

        throw new ContentionException($"Article {target.ArticleId} changed during each of {MaxAttempts} attempts.");
    }

    private static bool Lists(FileRecord? file, PoisonTarget target) => file?.ArticleIds.Contains(target.ArticleId, StringComparer.Ordinal) == true;

    private WantedArticle? AfterTagging(PoisonTarget target, ArticlePartition partition, FileRecord? file, Func<ArticlePartition, FileRecord, bool> isDone, string detail)
    {
        if (Lists(file, target) && partition.Head?.Value.IsKeptAway(file!.Version) != true)
        {
            return isDone(partition, file!)
                ? null
                : wantedArticles.Failed(Identify(target, partition, file!.BlobName), file, file.ETag, TaggingFailed, detail);
        }

        // What failed is its removal: nobody else would see to that any more.
        return partition.Head is { Value: var head } ? WantedArticles.Deleted(ArticleIdentity.Of(head), file, head.Deleted ?? time.GetUtcNow()) : null;
    }

    private WantedArticle? AfterParsing(
        string blobName, string etag, PoisonTarget target, ArticlePartition partition, FileRecord? file, Func<ArticlePartition, FileRecord, bool> isDone, string detail)
    {
        var isParsed = file?.ETag == etag && Lists(file, target);
        return isParsed && isDone(partition, file!) ? null : wantedArticles.Failed(Identify(target, partition, blobName), file, etag, ParsingFailed, detail);
    }

    /// <summary>
    /// Does what is left of a file that is gone, which needs no parsing: nobody else would see to its articles any more.
    /// What cannot be done now is done when the message comes back.
    /// </summary>
    /// <returns>False where the row changed meanwhile.</returns>
    private async Task<bool> TryRemoveAsync(string blobName, Stored<FileRecord>? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return true;
        }

        var removed = FileRecord.After(file.Value, file.Value.FileId, blobName, etag: "", version: "", []);
        var tag = removed.Says(file.Value) ? file.Tag : await files.TryWriteAsync(removed, file, cancellationToken);
        if (tag is null)
        {
            return false;
        }

        await announcer.AnnounceAsync(new Stored<FileRecord>(removed, tag), cancellationToken);
        return true;
    }

    // A tombstone's time is over: what fails now is new, as it would be if it were tagged.
    private ArticleIdentity Identify(PoisonTarget target, ArticlePartition partition, string blobName) => partition.Head is { Value: { State: not ArticleState.Deleted } head }
        ? ArticleIdentity.Of(head) with { BlobName = blobName }
        : new ArticleIdentity(target.ArticleId, target.FileId, blobName, time.GetUtcNow(), partition.Head?.Value.ItemId, partition.Head?.Value.IsSuppressed == true);

    /// <summary>
    /// Writes down that a failed article which no version of the file lists is to go once the file can be parsed. Of one
    /// whose tagging failed, the row knows already.
    /// </summary>
    private async Task<bool> TryNameInRowAsync(PoisonTarget target, Stored<FileRecord>? file, CancellationToken cancellationToken)
    {
        if (target.BlobName is null || Lists(file?.Value, target))
        {
            return true;
        }

        var record = file?.Value ?? new FileRecord { FileId = target.FileId, BlobName = target.BlobName };
        return record.Retiring.Contains(target.ArticleId, StringComparer.Ordinal)
            || await files.TryWriteAsync(record with { Retiring = [.. record.Retiring, target.ArticleId] }, file, cancellationToken) is not null;
    }
}
