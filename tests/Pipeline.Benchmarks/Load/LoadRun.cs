using System.Globalization;
using Pipeline.Benchmarks.Running;
using Pipeline.Functions;
using Spectre.Console;

namespace Pipeline.Benchmarks.Load;

/// <summary>How many articles a second the whole pipeline takes, beside the storage operations of its protocol alone, some times over on the same warm host.</summary>
internal static class LoadRun
{
    public static async Task<int> RunAsync(LoadOptions options, string? jsonFile, CancellationToken cancellationToken)
    {
        // Reconciling would see to the rows of the bare operations, which no file holds.
        string[] disabled = [nameof(ReconcileFunction), .. options.IsCounted ? Array.Empty<string>() : [nameof(RecountStatsFunction)]];
        await using var pipeline = await LocalPipeline.StartAsync(disabled, cancellationToken);
        var runs = await LoadProgress.RunAsync(async progress =>
        {
            var meter = new LoadMeter(pipeline, options, progress);
            await meter.WarmUpAsync(cancellationToken);
            var measured = new List<LoadMeasurement>();
            for (var run = 0; run < options.Runs; run++)
            {
                measured.Add(await meter.MeasureAsync(run, cancellationToken));
                AnsiConsole.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Run {run + 1} of {options.Runs}: {measured[^1].ArticlesPerSecond:0.0} articles/s, {measured[^1].RatioToBare:0.00} of the operations alone."));
            }

            return measured;
        });

        var result = LoadResult.Of(options, runs);
        LoadReport.Write(result);
        if (jsonFile is not null)
        {
            await result.WriteAsync(jsonFile, cancellationToken);
        }

        return 0;
    }
}
