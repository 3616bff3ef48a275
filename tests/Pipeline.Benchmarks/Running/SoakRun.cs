using System.Diagnostics;
using System.Globalization;
using Pipeline.Storage.Keys;
using Spectre.Console;

namespace Pipeline.Benchmarks.Running;

/// <summary>A steady load for a long time, at half the rate that the machine takes: memory, handles and latency are to stay as they are.</summary>
internal static class SoakRun
{
    private const int Burst = 150;
    private const int Rows = 10;
    private const double Mebibyte = 1 << 20;

    public static async Task<int> RunAsync(int minutes, int size, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        await DropAndWaitAsync(pipeline, "warm-up", 0, size, cancellationToken);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Burst).Select(number => DropAndWaitAsync(pipeline, "burst", number, size, cancellationToken)));
        var rate = Burst / watch.Elapsed.TotalSeconds / 2;
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate * 2:0.0} articles/s at once; {rate:0.0} articles/s for {minutes} minutes."));

        var table = new Table().AddColumns("after", "articles", "latency p50 ms", "p95 ms", "working set MB", "managed heap MB", "handles", "threads");
        var span = TimeSpan.FromMinutes(minutes) / Rows;
        for (var row = 1; row <= Rows; row++)
        {
            var latencies = await LoadAsync(pipeline, row, rate, span, size, cancellationToken);
            table.AddRow([string.Create(CultureInfo.InvariantCulture, $"{row * span.TotalMinutes:0.#} min"), .. Measure(latencies)]);
        }

        AnsiConsole.Write(table);
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
            articles.Add(DropAndWaitAsync(pipeline, $"soak-{row}", articles.Count, size, cancellationToken));
            var next = TimeSpan.FromSeconds(articles.Count / rate) - watch.Elapsed;
            if (next > TimeSpan.Zero)
            {
                await Task.Delay(next, cancellationToken);
            }
        }

        return [.. (await Task.WhenAll(articles)).Order()];
    }

    private static async Task<double> DropAndWaitAsync(LocalPipeline pipeline, string folder, int number, int size, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{folder}/{number}.txt");
        await pipeline.DropAsync(name, SyntheticArticles.Make(number, size), cancellationToken);
        var dropped = Stopwatch.GetTimestamp();
        await pipeline.WaitUntilServedAsync(ArticleIds.ForFile(name), LocalPipeline.Often, cancellationToken);
        return Stopwatch.GetElapsedTime(dropped).TotalMilliseconds;
    }

    private static string[] Measure(double[] latencies)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        var handles = Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount;
        return
        [
            Number(latencies.Length), Number(latencies[latencies.Length / 2]), Number(latencies[(int)(latencies.Length * 0.95)]),
            Number(process.WorkingSet64 / Mebibyte), Number(heap / Mebibyte), Number(handles), Number(process.Threads.Count),
        ];
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
