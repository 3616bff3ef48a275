using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Meta;
using Pipeline.Storage.Poison;
using Pipeline.Storage.Taxonomies;

namespace Pipeline.Processing.Queries;

/// <summary>Tells what is wrong with the pipeline, from what storage says of it.</summary>
public sealed class HealthQueries(
    IQueueMonitor queues, IPoisonStore poison, IMaintenanceStore maintenance, ITaxonomyStore taxonomies, TimeProvider time)
{
    /// <summary>How long a message may wait before that is a sign that nobody works on it.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(10);

    /// <summary>How long ago the pass of reconciling may have begun, or the one before may have ended.</summary>
    public static readonly TimeSpan MaxReconcilePause = TimeSpan.FromDays(14);

    // What waits in a poison queue, the timer that keeps it should have taken.
    private static readonly string[] Queues = [QueueNames.ParseArticle, QueueNames.TagIssues, .. QueueNames.Poison];

    /// <summary>Looks at all that can be wrong. Storage that is away is a failure of the query.</summary>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<HealthResponse> GetAsync(CancellationToken cancellationToken)
    {
        var work = Task.WhenAll(Queues.Select(queue => queues.ReadAsync(queue, cancellationToken)));
        var kept = Task.WhenAll(QueueNames.Poison.Select(queue => poison.MeasureAsync(queue, cancellationToken)));
        var report = taxonomies.ReadReportAsync(cancellationToken);
        var reconcile = maintenance.ReadReconcileAsync(cancellationToken);
        await Task.WhenAll(work, kept, report, reconcile);

        HealthCheckResponse[] checks =
        [
            .. (await work).Select(CheckWait),
            CheckPoison([.. await kept]),
            CheckTaxonomy(await report),
            CheckReconcile((await reconcile)?.Value),
        ];
        return new HealthResponse(Array.TrueForAll(checks, check => check.Problem is null) ? HealthStatus.Healthy : HealthStatus.Degraded, checks);
    }

    private HealthCheckResponse CheckWait(QueueDepth depth) => new(
        $"queue {depth.Queue}",
        time.GetUtcNow() - depth.OldestWaiting > MaxWait
            ? $"A message has waited since {depth.OldestWaiting:u}: is the function app running, and are its functions enabled?"
            : null);

    private static HealthCheckResponse CheckPoison(IReadOnlyList<PoisonDepth> kept) => new(
        "poison",
        kept.Sum(depth => depth.Messages) is > 0 and var messages ? $"{messages} messages failed too often: /api/poison says why." : null);

    private static HealthCheckResponse CheckTaxonomy(TaxonomyReport? report) => new(
        "taxonomy",
        report is { State: TaxonomyState.Refused } ? "The taxonomy in the container config is refused: /api/status says why." : null);

    private HealthCheckResponse CheckReconcile(ReconcileState? state) => new(
        "reconcile",
        state?.Pass is not { } pass || time.GetUtcNow() - (pass.Ended ?? pass.Started) <= MaxReconcilePause ? null
            : pass.Ended is { } ended ? $"No pass has begun since the one that ended at {ended:u}: is its timer enabled?"
            : $"The pass that began at {pass.Started:u} has not come to its end.");
}
