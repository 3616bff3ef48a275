namespace Pipeline.Processing.Delivery;

/// <summary>Lets work that nobody waits for rest after each run four times as long as the run took, so that it takes a fifth of the time.</summary>
/// <param name="longest">The longest rest, however long a run took.</param>
/// <param name="time">The clock.</param>
internal sealed class BackgroundRest(TimeSpan longest, TimeProvider time)
{
    private const int RestPerRun = 4;

    private long _lastRun = time.GetTimestamp();
    private TimeSpan _rest;

    /// <summary>Gets the time since the last run ended; since the start where there was none.</summary>
    public TimeSpan Since => time.GetElapsedTime(_lastRun);

    /// <summary>Gets a value indicating whether it is to rest still.</summary>
    public bool IsResting => Since < _rest;

    /// <summary>Does a run, and begins the rest after it, also where it fails.</summary>
    /// <param name="run">The run.</param>
    public async Task RunAsync(Func<Task> run)
    {
        var started = time.GetTimestamp();
        try
        {
            await run();
        }
        finally
        {
            var rest = RestPerRun * time.GetElapsedTime(started);
            _rest = rest < longest ? rest : longest;
            _lastRun = time.GetTimestamp();
        }
    }
}
