using System.Diagnostics;
using System.Globalization;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Storage.Keys;
using Spectre.Console;

namespace Pipeline.Benchmarks.Running;

/// <summary>A steady load for a long time, at half the rate that the machine takes: memory, handles and latency are to stay as they are.</summary>
internal static class SoakRun
{
    private const int Burst = 150;
    private const int Rows = 10;

    // No row has so many articles: those of one are no reprints of those of another.
    private const int RowStride = 100_000;
    private const double Megabyte = 1e6;

    // A handful of articles is asked for at a time: more often, and the questions would be the load.
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(50);

    // What waited for ten seconds is asked for each second: else those that wait would make all others wait. A latency may be a tenth too long by that.
    private const double Patience = 0.1;

    private static readonly TimeSpan ProbeIdle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(int minutes, int size, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        await DropAndWaitAsync(pipeline, "warm-up", 0, size, LocalPipeline.Seldom, cancellationToken);
        var idle = await ProbeAsync(pipeline, Task.Delay(ProbeIdle, cancellationToken), cancellationToken);
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A summary asked for while nothing else goes on: p50 {Number(Percentiles.Of(idle, 0.5))} ms, p99 {Number(Percentiles.Of(idle, 0.99))} ms."));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Burst).Select(number => DropAndWaitAsync(pipeline, "burst", number, size, LocalPipeline.Seldom, cancellationToken)));
        var rate = Burst / watch.Elapsed.TotalSeconds / 2;
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate * 2:0.0} articles/s at once; {rate:0.0} articles/s for {minutes} minutes."));

        // Row by row: a run that ends early has told how far it came.
        Console.WriteLine("| after | articles | latency p50 ms | p95 ms | p99 ms | a summary asked for, p50 ms | p99 ms | working set MB | managed heap MB | handles | threads |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        var span = TimeSpan.FromMinutes(minutes) / Rows;
        for (var row = 1; row <= Rows; row++)
        {
            var loading = LoadAsync(pipeline, row, rate, span, size, cancellationToken);
            var asked = await ProbeAsync(pipeline, loading, cancellationToken);
            var latencies = await loading;
            Console.WriteLine($"| {string.Join(" | ", [string.Create(CultureInfo.InvariantCulture, $"{row * span.TotalMinutes:0.#} min"), .. Measure(latencies, asked)])} |");
        }

        return 0;
    }

    /// <summary>Drops articles at a steady rate for a while.</summary>
    /// <returns>How long each took until it was served, in milliseconds, sorted.</returns>
    private static async Task<double[]> LoadAsync(LocalPipeline pipeline, int row, double rate, TimeSpan span, int size, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var articles = new List<Task<double>>();
        while (watch.Elapsed < span)
        {
            articles.Add(DropAndWaitAsync(pipeline, "soak", (row * RowStride) + articles.Count, size, AskInterval, cancellationToken));
            var next = TimeSpan.FromSeconds(articles.Count / rate) - watch.Elapsed;
            if (next > TimeSpan.Zero)
            {
                await Task.Delay(next, cancellationToken);
            }
        }

        return [.. (await Task.WhenAll(articles)).Order()];
    }

    private static async Task<double> DropAndWaitAsync(LocalPipeline pipeline, string folder, int number, int size, TimeSpan interval, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{folder}/{number}.txt");
        await pipeline.DropAsync(name, SyntheticArticles.Make(number, size), cancellationToken);
        var dropped = Stopwatch.GetTimestamp();
        await pipeline.WaitUntilServedAsync(ArticleIds.ForFile(name), interval, cancellationToken, Patience);
        return Stopwatch.GetElapsedTime(dropped).TotalMilliseconds;
    }

    /// <summary>Asks for a summary ten times a second until something is done.</summary>
    /// <returns>How long each answer took, in milliseconds, sorted.</returns>
    private static async Task<double[]> ProbeAsync(LocalPipeline pipeline, Task until, CancellationToken cancellationToken)
    {
        var address = new Uri($"summaries/{ArticleIds.ForFile("warm-up/0.txt")}", UriKind.Relative);
        var times = new List<double>();
        while (!until.IsCompleted)
        {
            var asked = Stopwatch.GetTimestamp();
            using var response = await pipeline.Http.GetAsync(address, cancellationToken);
            response.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            await Task.Delay(ProbeInterval, cancellationToken);
        }

        return [.. times.Order()];
    }

    private static string[] Measure(double[] latencies, double[] asked)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var handles = Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount;
        return
        [
            Number(latencies.Length), Number(Percentiles.Of(latencies, 0.5)), Number(Percentiles.Of(latencies, 0.95)), Number(Percentiles.Of(latencies, 0.99)),
            Number(Percentiles.Of(asked, 0.5)), Number(Percentiles.Of(asked, 0.99)),
            Number(process.WorkingSet64 / Megabyte), Number(heap / Megabyte), Number(handles), Number(process.Threads.Count),
        ];
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
