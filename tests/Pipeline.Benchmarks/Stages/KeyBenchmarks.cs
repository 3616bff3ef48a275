using BenchmarkDotNet.Attributes;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;

namespace Pipeline.Benchmarks.Stages;

/// <summary>The keys of an article and of its rows. The ratios are to a part that is its own encoding.</summary>
[MemoryDiagnoser]
public class KeyBenchmarks
{
    private const string Plain = "climate-policy";
    private const string Escaped = "Ministère de l’Économie";

    private readonly IndexLayout _layout = new(new ShardPlan([]));
    private readonly string _encoded = KeyEncoder.Encode(Escaped);
    private readonly IndexPosition _position = new(new DateTime(2024, 5, 2), ArticleIds.ForFile("article.txt"));

    [Benchmark(Baseline = true)]
    public string EncodePlain() => KeyEncoder.Encode(Plain);

    [Benchmark]
    public string EncodeEscaped() => KeyEncoder.Encode(Escaped);

    [Benchmark]
    public string Decode() => KeyEncoder.Decode(_encoded);

    [Benchmark]
    public string FoldName() => NameKeys.Source(Escaped);

    [Benchmark]
    public string HashFileName() => ArticleIds.ForFile("2024/05/02/article.txt");

    /// <summary>Partition key and row key of one row of a listing.</summary>
    [Benchmark]
    public IndexKey MakeIndexKey() => _layout.KeyOf(IndexGenerations.First, IndexListing.Issue(Plain), _position);

    [Benchmark]
    public bool ReadIndexPosition() => IndexPosition.TryParse(_position.RowKey, out _);
}
