namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>Reads a paragraph that is set apart as a quotation: without the marks around it, and with who says it behind a dash at its end.</summary>
/// <param name="Words">The words; never empty.</param>
/// <param name="Speaker">Who says them.</param>
internal readonly record struct SetApartQuote(TextSpan Words, TextSpan? Speaker)
{
    private const string Marks = "\"“”„«»‹›「」『』 ";
    private const string Dashes = "—–";

    // A name with an office: "Jane Doe, minister of the interior". Chosen.
    private const int MaxSignature = 80;

    /// <summary>Reads it.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="block">The paragraph.</param>
    public static SetApartQuote Read(string text, TextSpan block)
    {
        var all = text.AsSpan(block.Start, block.Length);
        var dash = all.LastIndexOfAny(Dashes);
        if (dash > 0 && all.Length - dash <= MaxSignature && SentenceShape.EndsSentence(all[..dash]) && Signature(text, block.Start + dash + 1, block.End) is { } speaker
            && Trim(text, block.Start, block.Start + dash) is { Length: > 0 } said)
        {
            return new SetApartQuote(said, speaker);
        }

        return new SetApartQuote(Trim(text, block.Start, block.End) is { Length: > 0 } words ? words : block, null);
    }

    private static TextSpan? Signature(string text, int from, int to)
    {
        var comma = text.IndexOf(',', from, to - from);
        var span = Trim(text, from, comma < 0 ? to : comma);
        return span.Length > 0 && char.IsUpper(text[span.Start]) && !text.AsSpan(span.Start, span.Length).ContainsAny(".!?") ? span : null;
    }

    private static TextSpan Trim(string text, int from, int to)
    {
        while (from < to && Marks.Contains(text[from], StringComparison.Ordinal))
        {
            from++;
        }

        while (to > from && Marks.Contains(text[to - 1], StringComparison.Ordinal))
        {
            to--;
        }

        return new TextSpan(from, to - from);
    }
}
