using Pipeline.Processing.Delivery;
using Pipeline.Processing.Telemetry;
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
    internal const int Parallelism = 16;

    /// <summary>Announces the articles of a file.</summary>
    /// <param name="row">The file's row as it is stored.</param>
    /// <param name="cancellationToken">Ends the work early; a repetition does the rest.</param>
    public async Task AnnounceAsync(Stored<FileRecord> row, CancellationToken cancellationToken)
    {
        var file = row.Value;
        await BoundedWork.ForEachAsync(file.ArticleIds, Parallelism, (articleId, token) => articles.AddIfMissingAsync(Pending(file, articleId), token), cancellationToken);
        await BoundedWork.ForEachAsync(
            file.ArticleIds.Concat(file.Retiring),
            Parallelism,
            (articleId, token) => AskAsync(file, articleId, token),
            cancellationToken);

        if (file.Retiring.Count > 0)
        {
            // Where the row changed meanwhile, who changed it takes the retiring ids over.
            await files.TryWriteAsync(file with { Retiring = [] }, row, cancellationToken);
        }
    }

    private Task AskAsync(FileRecord file, string articleId, CancellationToken cancellationToken)
    {
        Task SendAsync() => queues.SendAsync(new TagIssuesMessage(articleId, file.FileId), TimeSpan.Zero, cancellationToken);
        return file.ArticleIds.Count + file.Retiring.Count > 1 ? PipelineTelemetry.AskForOneOfManyAsync(articleId, SendAsync) : SendAsync();
    }

    private ArticleHead Pending(FileRecord file, string articleId) => new()
    {
        ArticleId = articleId,
        FileId = file.FileId,
        BlobName = file.BlobName,
        State = ArticleState.Pending,
        FirstSeen = time.GetUtcNow(),
    };
}
