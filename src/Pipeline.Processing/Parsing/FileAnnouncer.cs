using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Parsing;

/// <summary>
/// Asks for the articles of a file's row to be brought to what the row wants. Safe to repeat: that is how a crash half way
/// is made good. Files of many articles are announced several articles at once, but step by step: no article is asked for
/// before all have their heads, and the row forgets none before all were asked for.
/// </summary>
public sealed class FileAnnouncer(IFileStore files, IArticleStore articles, IPipelineQueues queues, TimeProvider time)
{
    /// <summary>How many storage operations of one file go on at once.</summary>
    /// <remarks>Chosen on the emulator, where more give no gain; on Azure each is a round trip's wait.</remarks>
    private const int Parallelism = 16;

    /// <summary>Announces the articles of a file.</summary>
    /// <param name="row">The file's row as it is stored.</param>
    /// <param name="cancellationToken">Ends the work early; a repetition does the rest.</param>
    public async Task AnnounceAsync(Stored<FileRecord> row, CancellationToken cancellationToken)
    {
        var file = row.Value;
        var options = Limited(cancellationToken);
        await Parallel.ForEachAsync(file.ArticleIds, options, async (articleId, token) => await articles.AddIfMissingAsync(Pending(file, articleId), token));
        await Parallel.ForEachAsync(
            file.ArticleIds.Concat(file.Retiring),
            options,
            async (articleId, token) => await queues.SendAsync(new TagIssuesMessage(articleId, file.FileId), TimeSpan.Zero, token));

        if (file.Retiring.Count > 0)
        {
            // Where the row changed meanwhile, who changed it takes the retiring ids over.
            await files.TryWriteAsync(file with { Retiring = [] }, row, cancellationToken);
        }
    }

    /// <summary>Bounds what goes on at once for one file. It goes on where the caller runs, as all else does.</summary>
    internal static ParallelOptions Limited(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Parallelism, TaskScheduler = TaskScheduler.Current, CancellationToken = cancellationToken };

    private ArticleHead Pending(FileRecord file, string articleId) => new()
    {
        ArticleId = articleId,
        FileId = file.FileId,
        BlobName = file.BlobName,
        State = ArticleState.Pending,
        FirstSeen = time.GetUtcNow(),
    };
}
