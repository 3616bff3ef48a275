using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Queries.Statistics;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Storage.Poison;
using Pipeline.Storage.Taxonomies;

namespace Pipeline.Processing.Queries;

/// <summary>Tells how the pipeline is.</summary>
public sealed class StatusQueries(
    IQueueMonitor queues,
    IPoisonStore poison,
    ArticleCounts counts,
    IMaintenanceStore maintenance,
    GenerationsInForce generations,
    TaxonomyInForce taxonomies,
    ITaxonomyStore taxonomyStore)
{
    private const int MaxPoison = 20;

    private static readonly string[] WorkQueues = [QueueNames.ParseArticle, QueueNames.TagIssues];

    /// <summary>Returns the depths of the queues, what is poison, and the numbers of articles.</summary>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<StatusResponse> GetAsync(CancellationToken cancellationToken)
    {
        var present = await generations.GetAsync(cancellationToken);
        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;

        // All at once: whoever waits for the status waits for the slowest, not for the sum.
        var work = Task.WhenAll(WorkQueues.Select(queue => queues.ReadAsync(queue, cancellationToken)));
        var failing = Task.WhenAll(QueueNames.Poison.Select(queue => queues.ReadAsync(queue, cancellationToken)));
        var depths = Task.WhenAll(QueueNames.Poison.Select(queue => poison.MeasureAsync(queue, cancellationToken)));
        var kept = Task.WhenAll(QueueNames.Poison.Select(queue => poison.ListAsync(queue, after: null, MaxPoison, cancellationToken)));
        var articles = counts.ReadAsync(cancellationToken);
        var report = taxonomyStore.ReadReportAsync(cancellationToken);
        var reprocess = maintenance.ReadReprocessAsync(cancellationToken);
        var reconcile = maintenance.ReadReconcileAsync(cancellationToken);
        await Task.WhenAll(work, failing, depths, kept, articles, report, reprocess, reconcile);

        return new StatusResponse(
            await work,
            await failing,
            await depths,
            [.. (await kept).SelectMany(records => records).OrderByDescending(record => record.InsertedOn).Take(MaxPoison).Select(PoisonResponse.Of)],
            await articles,
            (await work).Min(depth => depth.OldestWaiting),
            taxonomy.Version,
            await report,
            new IndexStatusResponse(present.Live, present.Building is { } building ? new RebuildResponse(building.Number, building.Since) : null),
            (await reprocess)?.Value is { } job ? ReprocessResponse.Of(job) : null,
            (await reconcile)?.Value is { } state ? ReconcileResponse.Of(state) : null);
    }
}
