using System.Globalization;
using BenchmarkDotNet.Attributes;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Benchmarks.Stages;

/// <summary>One digest of seven sentences from the candidates of several articles of 4 KB.</summary>
[MemoryDiagnoser]
public class DigestBenchmarks
{
    private readonly Digester _digester = new();
    private DigestArticle[] _articles = null!;

    [Params(10, 100)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void Setup() => _articles =
    [
        .. SampleArticle.Make(Articles).Select((sample, number) =>
            DigestArticle.Of(number.ToString("D4", CultureInfo.InvariantCulture), sample.Article, sample.Analysis)),
    ];

    [Benchmark]
    public Digest Create() => _digester.Create(_articles, new SummaryLength(7));
}
