namespace Pipeline.Benchmarks.Reporting;

/// <summary>What one piece of work took of the processor and of memory, on all threads: what else the machine does costs it little.</summary>
/// <param name="Time">The median of its runs.</param>
/// <param name="AllocatedBytes">What the last run allocated.</param>
internal readonly record struct Measurement(TimeSpan Time, long AllocatedBytes)
{
    // By then all that is used often is compiled for good. Chosen.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <summary>Runs work for a while to warm up, and then some times.</summary>
    /// <param name="work">The work.</param>
    /// <param name="runs">How many times.</param>
    public static Measurement Of(Action work, int runs)
    {
        var started = Environment.CpuUsage.TotalTime;
        do
        {
            work();
        }
        while (Environment.CpuUsage.TotalTime - started < WarmUp);

        var times = new TimeSpan[runs];
        long allocated = 0;
        for (var run = 0; run < runs; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var start = Environment.CpuUsage.TotalTime;
            work();
            times[run] = Environment.CpuUsage.TotalTime - start;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        return new Measurement(Median(times), allocated);
    }

    /// <summary>Returns the median; of an even number, the higher of the two in the middle.</summary>
    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }
}
