using Pipeline.Processing.Telemetry;

namespace Pipeline.Processing.Reconciliation;

/// <summary>What the timer calls: while many articles come, reconciling rests, so that it takes a fifth of the time. Where few come, there is storage enough for both.</summary>
/// <param name="processor">Does the parts of a pass.</param>
/// <param name="stages">Tells how many articles come.</param>
/// <param name="time">The clock.</param>
public sealed class TimedReconciliation(ReconcileProcessor processor, StageRunner stages, TimeProvider time)
{
    /// <summary>How many times as long as a run took it rests.</summary>
    public const int RestPerRun = 4;

    /// <summary>The number of stages a second, parsed files and tagged articles, from which many articles come. Chosen: one article a second.</summary>
    public const int ManyStages = 2;

    private long _lastRun = time.GetTimestamp();
    private long _endedThen = stages.Ended;
    private TimeSpan _rest;

    /// <summary>Does the next part of a pass, unless it is to rest.</summary>
    /// <param name="cancellationToken">Ends the run early.</param>
    public async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var since = time.GetElapsedTime(_lastRun);
        if (since < _rest && stages.Ended - _endedThen > ManyStages * since.TotalSeconds)
        {
            return;
        }

        var started = time.GetTimestamp();
        try
        {
            await processor.ProcessAsync(cancellationToken);
        }
        finally
        {
            _rest = RestPerRun * time.GetElapsedTime(started);
            _lastRun = time.GetTimestamp();
            _endedThen = stages.Ended;
        }
    }
}
