using Pipeline.Processing.Queries.Statistics;
using Pipeline.Storage;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;

namespace Pipeline.Processing.Telemetry;

/// <summary>Measures how full the queues are, since the platform tells that of all together, and only every few hours; and how many articles there are.</summary>
public sealed class MeasureQueuesProcessor(IQueueMonitor queues, IPoisonStore poison, ArticleCounts counts, PipelineMetrics metrics, TimeProvider time)
{
    private static readonly string[] Queues = [QueueNames.ParseArticle, QueueNames.TagIssues, .. QueueNames.Poison];

    /// <summary>Measures once.</summary>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var depth in await Task.WhenAll(Queues.Select(queue => queues.ReadAsync(queue, cancellationToken))))
        {
            metrics.Measured(depth, time.GetUtcNow());
        }

        foreach (var kept in await Task.WhenAll(QueueNames.Poison.Select(queue => poison.MeasureAsync(queue, cancellationToken))))
        {
            metrics.Measured(kept, time.GetUtcNow());
        }

        metrics.Measured(await counts.ReadAsync(cancellationToken));
    }
}
