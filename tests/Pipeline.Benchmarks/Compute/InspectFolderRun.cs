using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Pipeline.Benchmarks.Reporting;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Compute;

/// <summary>The command <c>pipeline inspect</c> as a process of its own on a folder of articles, start included, on one core and on two.</summary>
internal static class InspectFolderRun
{
    private const int MostCores = 2;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(int articles, int size, int runs, string? markdownFile, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("inspect-");
        try
        {
            await SyntheticArticles.WriteAsync(folder.FullName, articles, size, cancellationToken);
            var table = new ReportTable("cores", "seconds", "articles/s", "MB/s", "processor ms an article", "peak MB", "output");
            TimeSpan? alone = null;
            for (var cores = 1; cores <= MostCores; cores++)
            {
                var done = new List<Run>();
                for (var run = 0; run < runs; run++)
                {
                    done.Add(await RunOnceAsync(folder.FullName, cores, cancellationToken));
                }

                var elapsed = Measurement.Median(done.Select(run => run.Elapsed));
                table.Add(
                    $"{cores}",
                    Number(elapsed.TotalSeconds, "0.0"),
                    Number(articles / elapsed.TotalSeconds, "0"),
                    Number((double)articles * size / 1e6 / elapsed.TotalSeconds, "0.0"),
                    Number(Measurement.Median(done.Select(run => run.Processor)).TotalMilliseconds / articles, "0.0"),
                    Number(done.Max(run => run.PeakBytes) / 1e6, "0"),
                    string.Join(' ', done.Select(run => run.Output).Distinct()));
                alone ??= elapsed;
                if (cores > 1)
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"On {cores} cores {alone / elapsed:0.00} times as fast as on one."));
                }
            }

            table.Write(markdownFile);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Run> RunOnceAsync(string folder, int cores, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("taskset", ["--cpu-list", $"0-{cores - 1}", Path.Combine(AppContext.BaseDirectory, "pipeline"), "inspect", folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (peak, processor) = (0L, TimeSpan.Zero);
        var hashing = SHA256.HashDataAsync(process.StandardOutput.BaseStream, cancellationToken).AsTask();
        while (!hashing.IsCompleted)
        {
            try
            {
                process.Refresh();
                (peak, processor) = (Math.Max(peak, process.WorkingSet64), process.TotalProcessorTime);
            }
            catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It ended meanwhile, and what it took is not known any more: what was seen last is within a look of it.
            }

            await Task.WhenAny(hashing, Task.Delay(LookInterval, cancellationToken));
        }

        var output = Convert.ToHexStringLower(await hashing)[..16];
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? new Run(watch.Elapsed, processor, peak, output)
            : throw new InvalidOperationException($"The command ended with {process.ExitCode}.");
    }

    /// <summary>One run: its time, the processor's, its largest working set in bytes, and a hash of what it wrote.</summary>
    private sealed record Run(TimeSpan Elapsed, TimeSpan Processor, long PeakBytes, string Output);
}
