using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Parsing;
using Pipeline.Text.Parsing;

namespace Pipeline.Benchmarks.Stages;

/// <summary>One file of each format, with 40 KB of text.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private readonly ArticleParser _parser = ArticleParser.CreateDefault();
    private SourceFile _file = null!;

    public static IEnumerable<string> Formats => SyntheticFiles.Formats.Keys;

    [ParamsSource(nameof(Formats))]
    public string Format { get; set; } = null!;

    [GlobalSetup]
    public void Setup() => _file = SyntheticFiles.Formats[Format](40_000);

    [Benchmark]
    public IReadOnlyList<ParsedItem> Read() => _parser.Parse(_file);
}
