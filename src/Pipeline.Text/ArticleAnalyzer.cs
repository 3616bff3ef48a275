using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Text;

/// <summary>Tags and summarises an article: the one place where the order of these steps is written.</summary>
public sealed class ArticleAnalyzer(IssueTagger issueTagger, ActorTagger actorTagger, ExtractiveSummarizer summarizer)
{
    /// <summary>
    /// The version of everything, but for the taxonomy, that decides tags and summaries. Raise it with every change
    /// of outcome: articles are then tagged again.
    /// </summary>
    public const string Version = "7";

    /// <summary>Gets the taxonomy that issues come from.</summary>
    public Taxonomy Taxonomy => issueTagger.Taxonomy;

    /// <summary>Analyses an article. Pure: the same article gives the same analysis.</summary>
    /// <param name="article">The article.</param>
    /// <param name="explain">Whether the sentences of the summary carry their features.</param>
    public ArticleAnalysis Analyze(Article article, bool explain = false)
    {
        var issues = issueTagger.Tag(article);
        var actors = actorTagger.Tag(article);
        return new ArticleAnalysis(issues, actors, summarizer.Summarize(article, issues, actors, explain))
        {
            LanguageCovered = IssueTagger.Covers(article),
        };
    }
}
