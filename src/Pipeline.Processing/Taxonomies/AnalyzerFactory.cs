using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Taxonomies;

/// <summary>Makes analysers of one taxonomy or another; all else of them is the same. Loads nothing before it is asked for.</summary>
public sealed class AnalyzerFactory
{
    private readonly ExtractiveSummarizer _summarizer;
    private readonly Lazy<ActorTagger> _actorTagger = new(ActorTagger.CreateDefault);
    private readonly Lazy<ArticleAnalyzer> _builtIn;

    /// <summary>Initializes a new instance of the <see cref="AnalyzerFactory"/> class.</summary>
    /// <param name="summarizer">The summariser of all analysers.</param>
    public AnalyzerFactory(ExtractiveSummarizer summarizer)
    {
        _summarizer = summarizer;
        _builtIn = new Lazy<ArticleAnalyzer>(() => Create(Taxonomy.LoadBuiltIn()));
    }

    /// <summary>Gets the analyser of the built-in taxonomy.</summary>
    public ArticleAnalyzer BuiltIn => _builtIn.Value;

    /// <summary>Makes an analyser.</summary>
    /// <param name="taxonomy">The taxonomy that issues come from.</param>
    public ArticleAnalyzer Create(Taxonomy taxonomy) => new(taxonomy, _actorTagger, _summarizer);
}
