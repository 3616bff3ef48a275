using System.Diagnostics;
using System.Globalization;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Testing.Hostile;
using Pipeline.Text.Parsing;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>Parses hostile files, each in a process of its own, so that one that hangs, floods the memory or ends the process is seen as that.</summary>
internal static class HostileRun
{
    private const double Mebibyte = 1 << 20;

    /// <summary>Runs those whose name holds a text.</summary>
    /// <param name="name">The text; null for all.</param>
    /// <param name="megabytes">How long each file shall be.</param>
    /// <param name="limit">The parser's limit of time, in seconds. A file that takes a second more fails the run.</param>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string? name, double megabytes, int limit, string? markdownFile, CancellationToken cancellationToken)
    {
        var table = new ReportTable("file", "seconds", "of the processor", "MB at most", "outcome");
        var failed = false;
        foreach (var file in HostileFiles.Of(1).Keys.Where(file => name is null || file.Contains(name, StringComparison.Ordinal)))
        {
            var (seconds, outcome) = await RunOneAsync(file, megabytes, limit, cancellationToken).ConfigureAwait(false);
            string[] parts = [.. outcome.Split('\t')];
            var slow = seconds > limit + 1;
            failed |= slow || parts.Length < 3;
            string[] row = [file, Number(seconds, "0.0") + (slow ? " (over)" : ""), .. parts.Length < 3 ? ["", "", outcome] : parts];
            Console.WriteLine(string.Join('\t', row));
            table.Add(row);
        }

        table.Write(markdownFile);
        return failed ? 1 : 0;
    }

    /// <summary>Parses one file, in this process, and writes what that took.</summary>
    public static int RunHere(string file, double megabytes, int limit)
    {
        var parser = ArticleParser.CreateDefault(new ParsingOptions { MaxDuration = TimeSpan.FromSeconds(limit) });
        parser.Parse(new SourceFile("a.txt", "The ferry line between the islands was sold on Thursday to a company that runs two others.\n\nIt was.\n"u8.ToArray()));
        parser.Parse(new SourceFile("a.html", "<!DOCTYPE html><p>The ferry line between the islands was sold on Thursday to a company that runs two others.</p>"u8.ToArray()));
        var source = HostileFiles.Of((int)(megabytes * Mebibyte))[file]();
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var items = parser.Parse(source);
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        var rejected = items.Count(item => item.Rejection is not null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds}\t{(process.TotalProcessorTime - processor).TotalSeconds:0.0}\t{process.PeakWorkingSet64 / Mebibyte:0}\t{items.Count - rejected} articles, {rejected} rejected{(rejected > 0 ? $" ({items.First(item => item.Rejection is not null).Rejection!.Reason})" : "")}"));
        return 0;
    }

    private static async Task<(double Seconds, string Outcome)> RunOneAsync(string file, double megabytes, int limit, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

        // Started by its own name, the process is this program; by `dotnet`, it is not.
        string[] program = Path.GetFileNameWithoutExtension(start.FileName) == "dotnet" ? [typeof(HostileRun).Assembly.Location] : [];
        foreach (var argument in (string[])[.. program, "hostile", "--here", file, "--megabytes", Number(megabytes, "0.###"), "--limit", Number(limit, "0")])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        tooLong.CancelAfter(TimeSpan.FromSeconds((limit * 3) + 30));
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            var output = (await process.StandardOutput.ReadToEndAsync(tooLong.Token).ConfigureAwait(false)).Trim().Split('\t', 2);
            await process.WaitForExitAsync(tooLong.Token).ConfigureAwait(false);
            return output.Length == 2
                ? (double.Parse(output[0], CultureInfo.InvariantCulture), output[1])
                : (0, "ended: " + string.Join(' ', (await errors.ConfigureAwait(false)).Split('\n').Take(2)).Trim());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill();
            return ((limit * 3) + 30, "does not end");
        }
    }
}
