namespace Pipeline.Text.Summarization.Digests;

/// <summary>What a digest knows of an article: no text, only the sentences that it may quote. Small enough to be kept beside an article's listing.</summary>
public sealed record DigestArticle
{
    /// <summary>Gets the article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the publisher or agency; null where unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the title; null where there is none but one derived from the text.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the day that the article is of; null where unknown.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets the sentences, best first.</summary>
    public required IReadOnlyList<DigestCandidate> Candidates { get; init; }

    /// <summary>Takes from an article what a digest needs of it.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="article">The article.</param>
    /// <param name="analysis">What the pipeline says of it.</param>
    public static DigestArticle Of(string id, Article article, ArticleAnalysis analysis) => new()
    {
        Id = id,
        Source = article.Source,
        Title = article.TitleDerived ? null : article.Title,
        Date = article.Published?.Day,
        Candidates = DigestCandidates.Of(analysis.Summary, analysis.Issues),
    };
}

/// <summary>A sentence that a digest may quote.</summary>
/// <param name="Text">The sentence, as <see cref="SummarySentence.Text"/>.</param>
/// <param name="Start">Where it starts in its article's text, in UTF-16 code units.</param>
/// <param name="Length">Its length there, in UTF-16 code units.</param>
/// <param name="Score">What it is worth in its article, as <see cref="SummarySentence.Score"/>.</param>
public sealed record DigestCandidate(string Text, int Start, int Length, double Score)
{
    /// <summary>Gets the ids of the issues that it holds evidence of; null where there is none.</summary>
    public IReadOnlyList<string>? Issues { get; init; }
}
