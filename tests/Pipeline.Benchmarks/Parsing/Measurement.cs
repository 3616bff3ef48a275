using System.Diagnostics;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>What one piece of work took on one thread.</summary>
/// <param name="Time">The median of its runs.</param>
/// <param name="AllocatedBytes">What the last run allocated.</param>
internal readonly record struct Measurement(TimeSpan Time, long AllocatedBytes)
{
    /// <summary>Runs work once to warm up and then some times.</summary>
    /// <param name="work">The work.</param>
    /// <param name="runs">How many times.</param>
    public static Measurement Of(Action work, int runs)
    {
        work();
        var times = new TimeSpan[runs];
        long allocated = 0;
        for (var run = 0; run < runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            work();
            times[run] = Stopwatch.GetElapsedTime(start);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
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
