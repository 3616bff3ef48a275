namespace Pipeline.Text;

/// <summary>What a reader made of one news article. Everything that points into it counts in UTF-16 code units of <see cref="Text"/>.</summary>
public sealed record Article
{
    /// <summary>Gets the name of the format it was read from, as <see cref="Parsing.IArticleReader.Format"/> gives it.</summary>
    public required string Format { get; init; }

    /// <summary>Gets the title; null only where nothing could be derived.</summary>
    public string? Title { get; init; }

    /// <summary>Gets a value indicating whether the title was made from the text because the file names none.</summary>
    public bool TitleDerived { get; init; }

    /// <summary>Gets when the article was published, or null where the file does not say.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Gets when the article was last changed, or null where the file does not say; never before <see cref="Published"/>.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>Gets the ISO 639-1 code of the body's language, or null where it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>Gets how sure the language is, from 0 to 1; null where <see cref="Language"/> is.</summary>
    public double? LanguageConfidence { get; init; }

    /// <summary>Gets the names of the authors, in the order of the byline; empty where there is none.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Gets the publisher or the agency, as the file names it.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the canonical address, where the file names it.</summary>
    public string? Url { get; init; }

    /// <summary>Gets what the publisher says the article is about, in the order of the file; empty where the file does not say.</summary>
    public IReadOnlyList<Subject> Subjects { get; init; } = [];

    /// <summary>Gets the body: the blocks, joined by a blank line. Without title, date line, byline and FAQ.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the blocks of <see cref="Text"/> in reading order; together they are the whole text but for the blank lines between.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Gets the questions and answers that the file keeps beside the body, in order.</summary>
    public IReadOnlyList<QuestionAnswer> Faq { get; init; } = [];

    /// <summary>Gets the quotations in <see cref="Text"/>, in order.</summary>
    public IReadOnlyList<Quotation> Quotations { get; init; } = [];
}
