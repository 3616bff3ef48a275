using BenchmarkDotNet.Attributes;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Benchmarks.Text;

/// <summary>One article of 4 KB through each stage.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly ArticleParser _parser = ArticleParser.CreateDefault();
    private readonly IssueTagger _issueTagger = new(Taxonomy.LoadBuiltIn());
    private readonly ActorTagger _actorTagger = ActorTagger.CreateDefault();
    private readonly ExtractiveSummarizer _summarizer = new(new SummaryOptions());
    private readonly SourceFile _file = new("article.txt", SyntheticArticles.Make(number: 0, size: 4_000));
    private Article _article = null!;
    private ArticleAnalysis _analysis = null!;

    [GlobalSetup]
    public void Setup()
    {
        _article = Parse()[0].Article!;
        _analysis = new ArticleAnalyzer(_issueTagger.Taxonomy, new Lazy<ActorTagger>(_actorTagger), _summarizer).Analyze(_article);
    }

    [Benchmark]
    public IReadOnlyList<ParsedItem> Parse() => _parser.Parse(_file);

    [Benchmark]
    public IReadOnlyList<IssueTag> TagIssues() => _issueTagger.Tag(_article);

    [Benchmark]
    public IReadOnlyList<ActorTag> TagActors() => _actorTagger.Tag(_article);

    [Benchmark]
    public Summary Summarize() => _summarizer.Summarize(_article, _analysis.Issues, _analysis.Actors);
}
