namespace Pipeline.Benchmarks.Reporting;

/// <summary>Percentiles by the nearest rank, and medians.</summary>
internal static class Percentiles
{
    /// <summary>Returns the median; of an even number, the mean of the two in the middle.</summary>
    /// <param name="values">The values, in any order; at least one.</param>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Returns a percentile.</summary>
    /// <param name="sorted">The values, the least first; at least one.</param>
    /// <param name="share">Which, as a share from 0 to 1.</param>
    public static double Of(IReadOnlyList<double> sorted, double share) => sorted[Math.Max((int)Math.Ceiling(share * sorted.Count) - 1, 0)];
}
