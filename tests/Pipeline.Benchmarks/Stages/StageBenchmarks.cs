using BenchmarkDotNet.Attributes;
using Pipeline.Text;
using Pipeline.Text.Matching;
using Pipeline.Text.Parsing;
using Pipeline.Text.Sentences;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Benchmarks.Stages;

/// <summary>One article of 4 KB through each stage. The ratios are to its parsing.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly ArticleParser _parser = ArticleParser.CreateDefault();
    private readonly IssueTagger _issueTagger = new(Taxonomy.LoadBuiltIn());
    private readonly ActorTagger _actorTagger = ActorTagger.CreateDefault();
    private readonly ExtractiveSummarizer _summarizer = new(new SummaryOptions());
    private readonly SourceFile _file = SampleArticle.File(number: 0);
    private Article _article = null!;
    private ArticleAnalysis _analysis = null!;

    [GlobalSetup]
    public void Setup()
    {
        _article = Parse()[0].Article!;
        _analysis = new ArticleAnalyzer(_issueTagger.Taxonomy, new Lazy<ActorTagger>(_actorTagger), _summarizer).Analyze(_article);
    }

    [Benchmark(Baseline = true)]
    public IReadOnlyList<ParsedItem> Parse() => _parser.Parse(_file);

    /// <summary>Into words, as issues and actors are matched. Tagging holds it too.</summary>
    [Benchmark]
    public int Tokenize() => Tokenizer.Tokenize(_article.Text).Length;

    /// <summary>Into sentences, as they are quoted. Summarising holds it too.</summary>
    [Benchmark]
    public int SplitSentences() => SentenceSplitter.Split(_article.Text).Count;

    [Benchmark]
    public IReadOnlyList<IssueTag> TagIssues() => _issueTagger.Tag(_article);

    [Benchmark]
    public IReadOnlyList<ActorTag> TagActors() => _actorTagger.Tag(_article);

    [Benchmark]
    public Summary Summarize() => _summarizer.Summarize(_article, _analysis.Issues, _analysis.Actors);
}
