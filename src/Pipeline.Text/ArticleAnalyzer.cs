using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Text;

/// <summary>
/// Tags and summarises an article: the one place where the order of these steps is written. Cheap to make: the taggers are
/// made when they are first needed. Safe for use by many threads.
/// </summary>
/// <param name="taxonomy">The taxonomy that issues come from.</param>
/// <param name="actorTagger">The tagger of actors, which does not depend on the taxonomy.</param>
/// <param name="summarizer">The summariser.</param>
public sealed class ArticleAnalyzer(Taxonomy taxonomy, Lazy<ActorTagger> actorTagger, ExtractiveSummarizer summarizer)
{
    /// <summary>
    /// The version of everything, but for the taxonomy, that decides tags and summaries. Raise it with every change
    /// of outcome: articles are then tagged again.
    /// </summary>
    public const string Version = "7";

    private readonly Lazy<IssueTagger> _issueTagger = new(() => new IssueTagger(taxonomy));

    /// <summary>Gets the taxonomy that issues come from.</summary>
    public Taxonomy Taxonomy => taxonomy;

    /// <summary>Makes the taggers now, so that the first article need not wait for them.</summary>
    public void Load() => _ = (_issueTagger.Value, actorTagger.Value);

    /// <inheritdoc cref="ActorTagger.FindWikidata(string)"/>
    public string? FindWikidata(string name) => actorTagger.Value.FindWikidata(name);

    /// <summary>Analyses an article. Pure: the same article gives the same analysis.</summary>
    /// <param name="article">The article.</param>
    /// <param name="explain">Whether the sentences of the summary carry their features.</param>
    public ArticleAnalysis Analyze(Article article, bool explain = false)
    {
        var issues = _issueTagger.Value.Tag(article);
        var actors = actorTagger.Value.Tag(article);
        return new ArticleAnalysis(issues, actors, summarizer.Summarize(article, issues, actors, explain))
        {
            LanguageCovered = IssueTagger.Covers(article),
        };
    }
}
