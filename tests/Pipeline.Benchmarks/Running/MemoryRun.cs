using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Benchmarks.Reporting;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Running;

/// <summary>The command <c>pipeline run</c> as a process of its own that drops a folder of articles: the most memory that it takes until the last one is served.</summary>
internal static partial class MemoryRun
{
    /// <summary>Measures some runs, each on a storage of its own.</summary>
    /// <param name="articles">How many articles are dropped at once.</param>
    /// <param name="size">The length of each, in bytes.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    /// <param name="cancellationToken">Ends it early; the process that runs is stopped.</param>
    public static async Task<int> RunAsync(int articles, int size, int runs, string? markdownFile, CancellationToken cancellationToken)
    {
        var table = new ReportTable("run", "dropped and served, s", "articles/s", "largest working set MB", "at the end MB", "threads");
        for (var run = 1; run <= runs; run++)
        {
            var folder = Directory.CreateTempSubdirectory("memory-");
            try
            {
                var (dropped, data) = (folder.CreateSubdirectory("articles").FullName, folder.CreateSubdirectory("data").FullName);
                await SyntheticArticles.WriteAsync(dropped, articles, size, cancellationToken);
                table.Add([$"{run}", .. await RunOnceAsync(dropped, data, articles, cancellationToken)]);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        table.Write(markdownFile);
        return 0;
    }

    private static async Task<string[]> RunOnceAsync(string folder, string data, int articles, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "pipeline"), ["run", "--drop", folder, "--data", data, "--azurite-port", "0", "--port", "0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        try
        {
            var seconds = await ReadUntilServedAsync(process.StandardOutput, articles, cancellationToken);
            process.Refresh();
            return
            [
                Number(seconds, "0.0"),
                Number(articles / seconds, "0.0"),
                Number(process.PeakWorkingSet64 / 1e6, "0"),
                Number(process.WorkingSet64 / 1e6, "0"),
                $"{process.Threads.Count}",
            ];
        }
        finally
        {
            // In peace, so that its emulator has saved and gone before the folder does.
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Reads what the command writes until it says that all articles are served.</summary>
    /// <returns>How long that took, in seconds.</returns>
    private static async Task<double> ReadUntilServedAsync(StreamReader output, int articles, CancellationToken cancellationToken)
    {
        while (await output.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Done().Match(line) is { Success: true } done)
            {
                var served = int.Parse(done.Groups["articles"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
                return served == articles
                    ? double.Parse(done.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture)
                    : throw new InvalidOperationException($"Not all of {articles} articles were served: {line}");
            }
        }

        throw new InvalidOperationException("The command ended before all was served.");
    }

    [GeneratedRegex("^(?<articles>[0-9,]+) articles? served in (?<seconds>[0-9.]+) s", RegexOptions.NonBacktracking)]
    private static partial Regex Done();
}
