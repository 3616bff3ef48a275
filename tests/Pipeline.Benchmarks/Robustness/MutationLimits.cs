namespace Pipeline.Benchmarks.Robustness;

/// <summary>What the reading of one damaged file may cost; one that costs more fails the run.</summary>
/// <param name="MaxSeconds">The most time of the processor.</param>
/// <param name="MaxMegabytes">The most bytes that are allocated, in mebibytes, freed ones too.</param>
internal sealed record MutationLimits(double MaxSeconds, double MaxMegabytes)
{
    public const double Mebibyte = 1024 * 1024;

    /// <summary>Tells whether a file kept to them.</summary>
    public bool Hold(TimeSpan processor, long allocated) => processor.TotalSeconds <= MaxSeconds && allocated <= MaxMegabytes * Mebibyte;
}
