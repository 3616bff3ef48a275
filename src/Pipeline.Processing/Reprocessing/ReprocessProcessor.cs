using Microsoft.Extensions.Logging;
using Pipeline.Processing.Commands;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Parsing;
using Pipeline.Processing.Taxonomies;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage;
using Pipeline.Storage.Files;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Text;

namespace Pipeline.Processing.Reprocessing;

/// <summary>Carries out an order to process articles again, page by page: it adds to the queues only while few messages wait, so that new articles go first.</summary>
public sealed partial class ReprocessProcessor(
    IMaintenanceStore store, ReprocessPages pages, ArticleCommands commands, IPipelineQueues queues, WorkBacklog backlog, TaxonomyInForce taxonomies, TimeProvider time, ILogger<ReprocessProcessor> logger)
{
    /// <summary>The most pages of one run.</summary>
    public const int MaxPages = 200;

    /// <summary>Asks for the next articles.</summary>
    /// <param name="cancellationToken">Ends the run early; the page that it was at is asked for again.</param>
    public async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var analyzer = await taxonomies.GetAsync(cancellationToken);
        for (var page = 0; page < MaxPages; page++)
        {
            var stored = await store.ReadReprocessAsync(cancellationToken);
            if (stored is not { Value: { Ended: null } job } || await backlog.ReadRoomAsync(cancellationToken) == 0 || !await StepAsync(job, stored, analyzer, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Asks for one page.</summary>
    /// <returns>False where the order is at its end, or somebody else is at it too.</returns>
    private async Task<bool> StepAsync(ReprocessJob job, Stored<ReprocessJob> stored, ArticleAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var page = await pages.ReadAsync(job, analyzer, cancellationToken);
        var parsed = await commands.ReprocessAsync(page.ArticleIds, job.Files, cancellationToken);
        foreach (var file in page.Files)
        {
            await AskForAsync(file, cancellationToken);
        }

        var next = job with
        {
            Cursor = page.Next,
            Asked = job.Asked + page.ArticleIds.Count + page.Files.Count,
            Files = [.. job.Files.Concat(parsed).TakeLast(ReprocessJob.MaxFiles)],
            Ended = page.Next is null ? time.GetUtcNow() : null,
        };
        if (next.Ended is not null)
        {
            Log.Ended(logger, next.Id, next.Asked);
        }

        return await store.TryWriteReprocessAsync(next, stored, cancellationToken) && next.Ended is null;
    }

    /// <summary>Asks for a file and its articles.</summary>
    private async Task AskForAsync(FileRecord file, CancellationToken cancellationToken)
    {
        await PipelineTelemetry.AskForOneOfManyAsync(file.FileId, () => queues.SendAsync(new ParseArticleMessage(file.BlobName), cancellationToken));
        await BoundedWork.ForEachAsync(
            file.ArticleIds,
            FileAnnouncer.Parallelism,
            (id, token) => PipelineTelemetry.AskForOneOfManyAsync(id, () => queues.SendAsync(new TagIssuesMessage(id, file.FileId) { Again = true }, TimeSpan.Zero, token)),
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Order {Job} to process articles again is carried out: {Asked} were asked for.")]
        public static partial void Ended(ILogger logger, string job, long asked);
    }
}
