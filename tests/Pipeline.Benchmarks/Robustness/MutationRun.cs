using Pipeline.Testing;
using Pipeline.Testing.Mutations;
using Pipeline.Text.Parsing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>
/// Parses damaged files by the hundred thousand, one after the other in this process, and tells of each format the worst
/// that happened. A file is known by its format, the seed and its number: with those it can be made again.
/// </summary>
/// <param name="seed">The seed of the files.</param>
/// <param name="limits">What one file may cost.</param>
internal sealed class MutationRun(int seed, MutationLimits limits)
{
    // To tell 28 languages apart takes four fifths of the time of a small file. Every so many files it is done in full.
    private const int FullEvery = 20;

    // What costs more is read again, and counts by the lesser: models of scripts and encodings load when they are first needed.
    private static readonly MutationLimits Suspicious = new(MaxSeconds: 0.5, MaxMegabytes: 32);

    // So that a reader sees that it goes on, and where it stood when the process was ended.
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(30);

    private readonly SortedDictionary<string, IReadOnlyList<byte[]>> _samples = FormatSamples.Load(Path.Combine(AppContext.BaseDirectory, "Cases"));
    private readonly ArticleParser _full = ArticleParser.CreateDefault();
    private readonly ArticleParser _quick = ArticleParser.Create(new ParsingOptions(), LanguageIdentifier.OfTwo());
    private readonly Mutator _mutator = new(seed);

    /// <summary>Runs it.</summary>
    /// <param name="format">The one format; null for all.</param>
    /// <param name="first">The number of the first file of each format.</param>
    /// <param name="count">How many files of each format.</param>
    /// <param name="cancellationToken">Ends it early; what ran so far is told.</param>
    /// <returns>1 where a file crashed the parser, broke its contract or went over a limit, or the run was ended early; else 0.</returns>
    public int Run(string? format, int first, int count, CancellationToken cancellationToken)
    {
        if (format is not null && !_samples.ContainsKey(format))
        {
            AnsiConsole.WriteLine($"There are no samples of {format}, but of {string.Join(", ", _samples.Keys)}.");
            return 1;
        }

        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 1_000;
        }

        var failed = false;
        foreach (var (name, samples) in _samples.Where(entry => format is null || entry.Key == format).TakeWhile(_ => !cancellationToken.IsCancellationRequested))
        {
            var report = Run(name, samples, first, count, cancellationToken);
            report.Write();
            failed |= report.HasFailed || cancellationToken.IsCancellationRequested;
        }

        return failed ? 1 : 0;
    }

    private MutationReport Run(string format, IReadOnlyList<byte[]> samples, int first, int count, CancellationToken cancellationToken)
    {
        // The samples as they are, so that nothing measured loads data for the first time.
        foreach (var sample in samples)
        {
            ArticleAssert.IsValid(Parse(_full, sample));
            ArticleAssert.IsValid(Parse(_quick, sample));
        }

        AnsiConsole.WriteLine($"{format}: seed {seed}, files {first} to {first + count - 1}");
        var report = new MutationReport(format, limits);
        using var watch = new MutationWatch(report, limits, ProgressInterval);
        for (var number = first; number < first + count && !cancellationToken.IsCancellationRequested; number++)
        {
            Measure(report, watch, number, _mutator.Mutate(samples, number));
        }

        return report;
    }

    private void Measure(MutationReport report, MutationWatch watch, int number, byte[] content)
    {
        var parser = number % FullEvery == 0 ? _full : _quick;
        try
        {
            var (items, processor, allocated) = Measure(parser, watch, number, content);
            if (!Suspicious.Hold(processor, allocated))
            {
                var (_, again, allocatedAgain) = Measure(parser, watch, number, content);
                (processor, allocated) = (again < processor ? again : processor, Math.Min(allocated, allocatedAgain));
            }

            ArticleAssert.IsValid(items);
            report.Add(number, content, items, processor, allocated);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            watch.Stop();
            report.Crash(number, content, exception);
        }
    }

    private static (IReadOnlyList<ParsedItem> Items, TimeSpan Processor, long Allocated) Measure(ArticleParser parser, MutationWatch watch, int number, byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        watch.Start(number, content);
        var items = Parse(parser, content);
        return (items, watch.Stop(), GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static IReadOnlyList<ParsedItem> Parse(ArticleParser parser, byte[] content) =>
        parser.Parse(new SourceFile("drop.bin", content) { Received = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) }, CancellationToken.None);
}
