using System.Diagnostics;
using Pipeline.Testing;
using Pipeline.Testing.Mutations;
using Pipeline.Text.Parsing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>Parses damaged files by the hundred thousand, and tells of each format the worst that happened.</summary>
internal static class MutationRun
{
    /// <summary>Runs it.</summary>
    /// <param name="format">The one format; null for all.</param>
    /// <param name="count">How many damaged files of each format.</param>
    /// <param name="seed">The seed of the files.</param>
    /// <param name="maxMinutes">No more files of a format are read after that time.</param>
    /// <param name="maxSeconds">A file that takes longer fails the run.</param>
    /// <param name="maxMegabytes">A file for which more is allocated fails the run.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>1 where a file crashed the parser, broke its contract or went over a limit; else 0.</returns>
    public static int Run(string? format, int count, int seed, double maxMinutes, double maxSeconds, double maxMegabytes, CancellationToken cancellationToken)
    {
        var samples = FormatSamples.Load(Path.Combine(AppContext.BaseDirectory, "Cases"));
        if (format is not null && !samples.ContainsKey(format))
        {
            AnsiConsole.WriteLine($"There are no samples of {format}, but of {string.Join(", ", samples.Keys)}.");
            return 1;
        }

        var parser = ArticleParser.CreateDefault();
        var failed = false;
        foreach (var (name, files) in samples.Where(entry => format is null || entry.Key == format))
        {
            var report = new MutationReport(name, Path.Combine(Environment.CurrentDirectory, "mutations"), maxSeconds, maxMegabytes);
            var mutator = new Mutator(seed);
            var started = Stopwatch.GetTimestamp();
            for (var number = -files.Count; number < count && Stopwatch.GetElapsedTime(started).TotalMinutes < maxMinutes; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();

                // First the samples as they are, so that nothing measured loads data for the first time.
                var isSample = number < 0;
                Measure(parser, isSample ? files[number + files.Count] : mutator.Mutate(files, number), isSample ? null : report, number);
            }

            report.Write();
            failed |= report.HasFailed;
        }

        return failed ? 1 : 0;
    }

    private static void Measure(ArticleParser parser, byte[] content, MutationReport? report, int number)
    {
        var file = new SourceFile("drop.bin", content) { Received = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var items = parser.Parse(file, CancellationToken.None);
            report?.Add(number, content, items, Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - allocated);
            ArticleAssert.IsValid(items);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            report?.Crash(number, content, exception);
        }
    }
}
