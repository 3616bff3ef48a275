using Azure.Data.Tables;
using BenchmarkDotNet.Attributes;
using Pipeline.Processing.Tagging;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Files;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Parsed;
using Pipeline.Text;
using Pipeline.Text.Summarization;

namespace Pipeline.Benchmarks.Stages;

/// <summary>
/// What the stores write and read of one article of 4 KB: blobs as their bytes, rows as the client library's entities, whose own
/// serialisation is not in it. The ratios are to writing the parsed article.
/// </summary>
[MemoryDiagnoser]
public class SerializationBenchmarks
{
    private static readonly DateTimeOffset Seen = new(2024, 5, 2, 10, 0, 0, TimeSpan.Zero);

    private ParsedArticle _parsed = null!;
    private ArticleAnalysis _analysis = null!;
    private WantedArticle _wanted = null!;
    private BinaryData _parsedBlob = null!;
    private BinaryData _tagsBlob = null!;
    private TableEntity _headRow = null!;
    private TableEntity[] _indexRows = null!;

    [GlobalSetup]
    public void Setup()
    {
        var sample = SampleArticle.Make(1).Single();
        var name = SampleArticle.File(0).Name;
        var fileId = ArticleIds.ForFile(name);
        var file = new FileRecord { FileId = fileId, BlobName = name, ETag = "0x8DC6A8B2F1D4E30", Version = ArticleVersions.ForParsing("0x8DC6A8B2F1D4E30", "1"), ArticleIds = [fileId] };
        var tagged = new TaggedArticle(new ArticleIdentity(fileId, fileId, name, Seen), file, sample.Article, sample.Analysis, Rewrite: null, SampleArticle.Taxonomy);
        _parsed = new ParsedArticle(fileId, name, file.ETag, Seen, sample.Item);
        _analysis = sample.Analysis;
        _wanted = new WantedArticles(new SummaryOptions(), new IndexLayout(new ShardPlan([]))).Tagged(tagged, previous: null, new IndexGenerations(), Seen);
        _parsedBlob = WriteParsed();
        _tagsBlob = WriteTags();
        _headRow = WriteHead();
        _indexRows = WriteIndexRows();
    }

    [Benchmark(Baseline = true)]
    public BinaryData WriteParsed() => BinaryData.FromObjectAsJson(_parsed, PipelineJson.Options);

    [Benchmark]
    public object? ReadParsed() => _parsedBlob.ToObjectFromJson<ParsedArticle>(PipelineJson.Options);

    [Benchmark]
    public BinaryData WriteTags() => BinaryData.FromObjectAsJson(_analysis, PipelineJson.Options);

    [Benchmark]
    public object? ReadTags() => _tagsBlob.ToObjectFromJson<ArticleAnalysis>(PipelineJson.Options);

    [Benchmark]
    public TableEntity WriteHead() => ArticleRows.Write(_wanted.Head);

    [Benchmark]
    public object ReadHead() => ArticleRows.ReadHead(_headRow);

    /// <summary>All rows of the article, one a listing.</summary>
    [Benchmark]
    public TableEntity[] WriteIndexRows() => [.. _wanted.Rows.Select(IndexRows.Write)];

    /// <summary>All rows of the article, one a listing.</summary>
    [Benchmark]
    public object[] ReadIndexRows() => [.. _indexRows.Select(row => IndexRows.Read(IndexGenerations.First, row))];
}
