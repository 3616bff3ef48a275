using System.Diagnostics;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Storage.Keys;
using Spectre.Console;

namespace Pipeline.Benchmarks.Running;

/// <summary>How long one article takes from its drop until its summary is served, with nothing else going on.</summary>
internal static class LatencyRun
{
    public static async Task<int> RunAsync(int articles, int size, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        await MeasureAsync(pipeline, "warm-up.txt", -1, size, cancellationToken);

        var times = new List<double>(articles);
        for (var number = 0; number < articles; number++)
        {
            times.Add(await MeasureAsync(pipeline, $"{number}.txt", number, size, cancellationToken));
        }

        times.Sort();
        AnsiConsole.Write(new Table()
            .AddColumns("articles", "median", "p95", "max")
            .AddRow($"{articles}", Milliseconds(Percentiles.Of(times, 0.5)), Milliseconds(Percentiles.Of(times, 0.95)), Milliseconds(times[^1])));
        return 0;
    }

    private static async Task<double> MeasureAsync(LocalPipeline pipeline, string name, int number, int size, CancellationToken cancellationToken)
    {
        await pipeline.DropAsync(name, SyntheticArticles.Make(Math.Max(number, 0), size), cancellationToken);
        var watch = Stopwatch.StartNew();
        await pipeline.WaitUntilServedAsync(ArticleIds.ForFile(name), LocalPipeline.Often, cancellationToken);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Milliseconds(double value) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value:0} ms");
}
