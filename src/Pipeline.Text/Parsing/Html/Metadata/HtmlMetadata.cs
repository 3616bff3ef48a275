namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>What a page says of the article on it, beside the article's body. Every text is one line.</summary>
internal sealed record HtmlMetadata
{
    /// <summary>Gets the headline without the site's name; null where the page has none.</summary>
    public string? Title { get; init; }

    /// <summary>Gets when the article was published; null where the page does not say, or only by month or relative to a moment unknown.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Gets when the article was last changed; null where the page does not say.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>Gets the names of the authors, persons and organisations, in the page's order; empty where there is none.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Gets the publisher's name.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the canonical address: absolute, http or https, without fragment.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the ISO 639-1 code of the language that the page declares.</summary>
    public string? Language { get; init; }

    /// <summary>Gets what the publisher says the article is about, without repetition.</summary>
    public IReadOnlyList<Subject> Subjects { get; init; } = [];

    /// <summary>Gets the questions and answers that the page marks as an FAQ.</summary>
    public IReadOnlyList<QuestionAnswer> Faq { get; init; } = [];
}
