using Pipeline.Processing.Delivery;
using Pipeline.Processing.Telemetry;

namespace Pipeline.Processing.Reconciliation;

/// <summary>
/// What the timer calls: while many articles come, reconciling rests, so that it takes a fifth of the time. Where few come, there is storage enough for both.
/// Only what comes to this process counts: where timers and queues have processes of their own, as on Azure, storage is no bottleneck either.
/// </summary>
/// <param name="processor">Does the parts of a pass.</param>
/// <param name="stages">Tells how many articles come.</param>
/// <param name="time">The clock.</param>
public sealed class TimedReconciliation(ReconcileProcessor processor, StageRunner stages, TimeProvider time)
{
    // Files parsed and articles tagged, from which on many articles come. Chosen: one article a second.
    private const int ManyStagesPerSecond = 2;

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly BackgroundRest _rest = new(LongestRest, time);
    private long _endedThen = stages.Ended;

    /// <summary>Does the next part of a pass, unless it is to rest.</summary>
    /// <param name="cancellationToken">Ends the run early.</param>
    public async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var manyCome = stages.Ended - _endedThen > ManyStagesPerSecond * _rest.Since.TotalSeconds;
        if (_rest.IsResting && manyCome)
        {
            return;
        }

        try
        {
            await _rest.RunAsync(() => processor.ProcessAsync(cancellationToken));
        }
        finally
        {
            _endedThen = stages.Ended;
        }
    }
}
