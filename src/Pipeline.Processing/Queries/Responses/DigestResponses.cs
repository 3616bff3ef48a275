namespace Pipeline.Processing.Queries.Responses;

/// <summary>What is said of several articles, as it is served.</summary>
public abstract record DigestResponse
{
    /// <summary>Gets how many articles it is made of.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets how many of these only repeat another.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Gets how many stories the others tell.</summary>
    public required int Stories { get; init; }

    /// <summary>Gets true where the range holds more articles than a digest reads, so that it is made of an even sample; null otherwise.</summary>
    public bool? Sampled { get; init; }

    /// <summary>Gets the sentences, story by story, each with where it is from.</summary>
    public required IReadOnlyList<DigestSentenceResponse> Sentences { get; init; }

    /// <summary>Gets the sentences as one text, with their days where the range is long.</summary>
    public required string Text { get; init; }
}

/// <summary>The digest of an issue.</summary>
public sealed record IssueDigestResponse : DigestResponse
{
    /// <summary>Gets the issue.</summary>
    public required DigestIssueResponse Issue { get; init; }

    /// <summary>Gets the first day; null for no bound.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the last day, included; null for no bound.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>The digest of all news of a day or of a range of days.</summary>
public sealed record NewsDigestResponse : DigestResponse
{
    /// <summary>Gets the day; null for a range.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets the first day of the range; null for no bound, and for a day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the last day of the range, included; null for no bound, and for a day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Gets the issues that most is said of, the leading one first.</summary>
    public required IReadOnlyList<DigestedIssueResponse> Issues { get; init; }
}

/// <summary>An issue of a day.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Articles">The number of articles about it.</param>
/// <param name="Sentences">What is said of it.</param>
/// <param name="Leading">The articles that are most about it, those left out that only repeat another.</param>
public sealed record DigestedIssueResponse(DigestIssueResponse Issue, int Articles, IReadOnlyList<DigestSentenceResponse> Sentences, IReadOnlyList<DigestArticleResponse> Leading);

/// <summary>An issue by its ids.</summary>
/// <param name="Id">The concept's id.</param>
/// <param name="Label">Its preferred label; null where the taxonomy in force has it no more.</param>
/// <param name="Medtop">The IPTC Media Topic.</param>
/// <param name="Wikidata">The Wikidata item.</param>
public sealed record DigestIssueResponse(string Id, string? Label, string? Medtop, string? Wikidata);

/// <summary>An article that a digest leads to.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Title">The title.</param>
/// <param name="Source">The publisher or agency.</param>
public sealed record DigestArticleResponse(string Id, string? Title, string? Source);

/// <summary>A sentence of a digest, and where it is from.</summary>
public sealed record DigestSentenceResponse
{
    /// <summary>Gets the sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the id of its article.</summary>
    public required string Article { get; init; }

    /// <summary>Gets the article's title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the article's publisher or agency.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the day on which the article was published; null where it does not say.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets where the sentence starts in the article's text, in UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Gets its length there, in UTF-16 code units.</summary>
    public required int Length { get; init; }

    /// <summary>Gets the number of its story among those of the digest, from 0.</summary>
    public required int Story { get; init; }

    /// <summary>Gets the ids of the articles that repeat its own; null where there are none.</summary>
    public IReadOnlyList<string>? AlsoIn { get; init; }
}
