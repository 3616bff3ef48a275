using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Taxonomies;

/// <summary>Makes analysers of one taxonomy or another; all else of them is the same.</summary>
public sealed class AnalyzerFactory(ActorTagger actorTagger, ExtractiveSummarizer summarizer)
{
    /// <summary>Makes an analyser.</summary>
    /// <param name="taxonomy">The taxonomy that issues come from.</param>
    public ArticleAnalyzer Create(Taxonomy taxonomy) => new(new IssueTagger(taxonomy), actorTagger, summarizer);
}
