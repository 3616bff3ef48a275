using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>A plain text, taken apart; a file of its own, or a field of a structured one.</summary>
/// <param name="Fields">What the lines above the body say.</param>
/// <param name="Passages">The body.</param>
internal sealed record PlainTextDocument(HeaderFields Fields, IReadOnlyList<Passage> Passages)
{
    /// <summary>How many lines a text may have: an article has a few hundred at most, a book ten thousand. What has more is a list or a log.</summary>
    public const int MaxLines = 100_000;

    /// <summary>Reads a text with the lines of title, byline and date above its body.</summary>
    /// <param name="text">The text, normalised.</param>
    /// <returns>The parts, or null where the text has more than <see cref="MaxLines"/> lines.</returns>
    public static PlainTextDocument? Read(string text) => Read(text, HeaderReader.Read);

    /// <summary>Reads a text that is nothing but body: what stands above it is given elsewhere.</summary>
    /// <param name="text">The text, normalised.</param>
    /// <returns>The body, or null where the text has more than <see cref="MaxLines"/> lines.</returns>
    public static IReadOnlyList<Passage>? ReadBody(string text) => Read(text, (lines, _) => new Header(new HeaderFields(), lines))?.Passages;

    private static PlainTextDocument? Read(string text, Func<IReadOnlyList<TextLine>, WrapLayout, Header> readHeader)
    {
        if (text.AsSpan().Count('\n') > MaxLines)
        {
            return null;
        }

        var lines = TextLine.Split(text);
        var layout = WrapLayout.Detect(lines);
        var header = readHeader(lines, layout);
        var paragraphs = new ParagraphJoiner(layout, new LineHyphenation(text)).Join(header.Body);
        return new PlainTextDocument(header.Fields, PassageClassifier.Classify(paragraphs));
    }
}
