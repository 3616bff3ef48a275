using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Assembly;

/// <summary>What a reader found of an article, before what all formats share is done to it.</summary>
internal sealed record ArticleDraft
{
    /// <summary>Gets the format's name.</summary>
    public required string Format { get; init; }

    /// <summary>Gets the title that the file names; null has one made from the text.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the date of publication; null has the dateline of the first paragraph read.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Gets the date of the last change: it stands in for that of publication where there is no other.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>Gets the ISO 639-1 code that the file declares: it decides where the text is too short to tell.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>Gets the authors in order; where there are none, a wire service's closing credit is read.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Gets the publisher; null has the dateline's agency stand for it.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>Gets what the publisher says the article is about.</summary>
    public IReadOnlyList<Subject> Subjects { get; init; } = [];

    /// <summary>Gets the body in reading order; an FAQ section may be part of it.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Gets a value indicating whether the file itself says what is the article's text: three words of it are enough then, prose or not.</summary>
    public bool NamesText { get; init; }

    /// <summary>Gets questions and answers that the file marks as such beside the body.</summary>
    public IReadOnlyList<QuestionAnswer> Faq { get; init; } = [];

    /// <summary>Gets when the file came: dates past it are misread. Null where that is not known.</summary>
    public DateTimeOffset? Received { get; init; }
}
