using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Cli;
using Pipeline.Cli.Terminal;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Compute;

/// <summary>The command <c>pipeline inspect</c> as a process of its own on a folder of articles, start included, on one core and on two; and what it allocates, in this process.</summary>
internal static class InspectFolderRun
{
    private const int MostCores = 2;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(int articles, int size, int runs, string? markdownFile, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("inspect-");
        try
        {
            var input = folder.CreateSubdirectory("articles").FullName;
            await SyntheticArticles.WriteAsync(input, articles, size, cancellationToken);
            var table = new ReportTable("cores", "seconds", "articles/s", "MB/s", "processor ms an article", "peak MB", "output");
            TimeSpan? alone = null;
            for (var cores = 1; cores <= MostCores; cores++)
            {
                var done = new List<Run>();
                for (var run = 0; run < runs; run++)
                {
                    done.Add(await RunOnceAsync(input, cores, Path.Combine(folder.FullName, "output.jsonl"), cancellationToken));
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
            var allocated = await AllocateAsync(input, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{allocated / articles / 1000} KB allocated an article, taxonomy and models included."));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Run> RunOnceAsync(string folder, int cores, string output, CancellationToken cancellationToken)
    {
        // To a file: who reads a pipe would take a core of those that are timed.
        const string Script = "exec taskset --cpu-list \"$0\" \"$1\" inspect \"$2\" > \"$3\"";
        var start = new ProcessStartInfo("sh", ["-c", Script, $"0-{cores - 1}", Path.Combine(AppContext.BaseDirectory, "pipeline"), folder, output]) { UseShellExecute = false };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (peak, processor) = (0L, TimeSpan.Zero);
        var ended = process.WaitForExitAsync(cancellationToken);
        while (!ended.IsCompleted)
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

            await Task.WhenAny(ended, Task.Delay(LookInterval, cancellationToken));
        }

        await ended;
        var elapsed = watch.Elapsed;
        await using var written = File.OpenRead(output);
        return process.ExitCode == 0
            ? new Run(elapsed, processor, peak, Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken))[..16])
            : throw new InvalidOperationException($"The command ended with {process.ExitCode}.");
    }

    /// <summary>Does the same in this process, whose output goes nowhere.</summary>
    /// <returns>The bytes that were allocated.</returns>
    private static async Task<long> AllocateAsync(string folder, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var exitCode = await Cli.CommandLine.RunAsync(["inspect", folder], CommandTerminal.Plain(TextWriter.Null, TextWriter.Null), cancellationToken);
        return exitCode == ExitCode.Ok
            ? GC.GetTotalAllocatedBytes(precise: true) - before
            : throw new InvalidOperationException($"The command ended with {exitCode}.");
    }

    /// <summary>One run: its time, the processor's, its largest working set in bytes, and a hash of what it wrote.</summary>
    private sealed record Run(TimeSpan Elapsed, TimeSpan Processor, long PeakBytes, string Output);
}
