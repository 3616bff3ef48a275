namespace Pipeline.Benchmarks;

/// <summary>Percentiles by the nearest rank.</summary>
internal static class Percentiles
{
    /// <summary>Returns a percentile.</summary>
    /// <param name="sorted">The values, the least first; at least one.</param>
    /// <param name="share">Which, as a share from 0 to 1.</param>
    public static double Of(IReadOnlyList<double> sorted, double share) => sorted[Math.Max((int)Math.Ceiling(share * sorted.Count) - 1, 0)];
}
