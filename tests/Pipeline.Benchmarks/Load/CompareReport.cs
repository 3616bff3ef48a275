using Pipeline.Benchmarks.Reporting;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Load;

/// <summary>Prints the medians of two builds, and their ratios.</summary>
/// <param name="a">The results of the build that is compared with.</param>
/// <param name="b">The results of the other, as many.</param>
internal sealed class CompareReport(IReadOnlyList<LoadResult> a, IReadOnlyList<LoadResult> b)
{
    private static readonly LoadFigure[] Figures =
    [
        LoadFigure.ArticlesPerSecond, LoadFigure.RatioToBare, LoadFigure.Processor, LoadFigure.Allocated, LoadFigure.PeakWorkingSet,
    ];

    public void Write(string? markdownFile)
    {
        var table = new ReportTable($"medians of {a.Count}", $"A, {Short(a[0].Build)}", $"B, {Short(b[0].Build)}", "B / A", "of each pair");
        foreach (var figure in Figures)
        {
            double[] ofA = [.. a.Select(result => figure.Median(result.Runs))], ofB = [.. b.Select(result => figure.Median(result.Runs))];
            double[] ratios = [.. ofB.Zip(ofA, (valueB, valueA) => valueB / valueA).Order()];
            var (medianA, medianB) = (Percentiles.Median(ofA), Percentiles.Median(ofB));
            table.Add(
                figure.Name,
                figure.Write(medianA),
                figure.Write(medianB),
                Number(medianB / medianA, "0.00"),
                $"{Number(ratios[0], "0.00")} to {Number(ratios[^1], "0.00")}");
        }

        table.Write(markdownFile);
    }

    // A version and the first digits of its commit.
    private static string Short(string build) => build[..Math.Min(build.Length, 16)];
}
