namespace Pipeline.Benchmarks.Load;

/// <summary>What this process has used since its start, on all threads.</summary>
/// <param name="Processor">The time of the processor.</param>
/// <param name="AllocatedBytes">The memory allocated.</param>
internal readonly record struct ProcessUse(TimeSpan Processor, long AllocatedBytes)
{
    public static ProcessUse Now => new(Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());

    public static ProcessUse operator -(ProcessUse later, ProcessUse earlier) =>
        new(later.Processor - earlier.Processor, later.AllocatedBytes - earlier.AllocatedBytes);
}
