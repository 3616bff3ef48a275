namespace Pipeline.Text.Tests.Parsing.Elements.Quotations;

/// <summary>Texts and quotations as the tests write them.</summary>
internal static class QuotationText
{
    /// <summary>Makes a paragraph of each part between blank lines.</summary>
    public static (string Text, Block[] Blocks) Join(string text)
    {
        var blocks = new List<Block>();
        var start = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, paragraph.Length)));
            start += paragraph.Length + 2;
        }

        return (text, [.. blocks]);
    }

    /// <summary>Writes quotations with their speakers.</summary>
    public static string Describe(string text, IEnumerable<Quotation> quotations) => string.Join('|', quotations.Select(quotation =>
        Cut(text, quotation.Span) + (quotation.Speaker is { } speaker ? $" <- {Cut(text, speaker)}" : "")));

    private static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
