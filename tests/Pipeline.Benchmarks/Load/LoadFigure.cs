using System.Globalization;
using Pipeline.Benchmarks.Reporting;

namespace Pipeline.Benchmarks.Load;

/// <summary>One figure of a run, as tables show it.</summary>
/// <param name="Key">The property of <see cref="LoadMeasurement"/>.</param>
/// <param name="Name">What a table calls it.</param>
/// <param name="Of">Takes it from a run.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Unit">What it is divided by where it is written.</param>
internal sealed record LoadFigure(string Key, string Name, Func<LoadMeasurement, double> Of, string Format = "0.0", double Unit = 1)
{
    public static LoadFigure Counted { get; } = new(nameof(LoadMeasurement.CountedSeconds), "and all listings counted, s", run => run.CountedSeconds);

    public static LoadFigure ArticlesPerSecond { get; } = new(nameof(LoadMeasurement.ArticlesPerSecond), "dropped and served, articles/s", run => run.ArticlesPerSecond);

    public static LoadFigure RatioToBare { get; } = new(nameof(LoadMeasurement.RatioToBare), "ratio to the operations alone", run => run.RatioToBare, "0.00");

    public static LoadFigure Processor { get; } = new(nameof(LoadMeasurement.ProcessorMillisecondsPerArticle), "processor, ms an article", run => run.ProcessorMillisecondsPerArticle);

    public static LoadFigure Allocated { get; } = new(nameof(LoadMeasurement.AllocatedBytesPerArticle), "allocated, KB an article", run => run.AllocatedBytesPerArticle, "0", 1e3);

    public static LoadFigure PeakWorkingSet { get; } = new(nameof(LoadMeasurement.PeakWorkingSetBytes), "largest working set so far, MB", run => run.PeakWorkingSetBytes, "0", 1e6);

    /// <summary>Gets all figures, in the order in which a table shows them.</summary>
    public static IReadOnlyList<LoadFigure> All { get; } =
    [
        new(nameof(LoadMeasurement.DroppedSeconds), "dropped, s", run => run.DroppedSeconds),
        new(nameof(LoadMeasurement.ServedSeconds), "dropped and served, s", run => run.ServedSeconds),
        Counted,
        new(nameof(LoadMeasurement.BareSeconds), "the operations alone, s", run => run.BareSeconds),
        ArticlesPerSecond,
        new(nameof(LoadMeasurement.BareArticlesPerSecond), "the operations alone, articles/s", run => run.BareArticlesPerSecond),
        RatioToBare,
        Processor,
        new(nameof(LoadMeasurement.BareProcessorMillisecondsPerArticle), "processor of the operations alone, ms an article", run => run.BareProcessorMillisecondsPerArticle),
        Allocated,
        PeakWorkingSet,
    ];

    /// <summary>Returns the median of some runs.</summary>
    public double Median(IEnumerable<LoadMeasurement> runs) => Percentiles.Median(runs.Select(Of));

    /// <summary>Writes a value.</summary>
    public string Write(double value) => (value / Unit).ToString(Format, CultureInfo.InvariantCulture);
}
