using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Sentences;

/// <summary>
/// Quotations whose opening mark differs from the closing one: « », » «, „ “, 「 」, and “ ” around a script without spaces. Such a
/// quotation can be seen as a whole, and is never torn; between English marks, sentences are told apart.
/// </summary>
internal static class PairedQuotation
{
    // A longer quotation is split like other prose: it is no part of one sentence any more. In UTF-16 code units; chosen.
    private const int MaxLength = 300;

    /// <summary>Returns the offset past the closing mark of the quotation that opens at an offset; -1 where none does, or none that short.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset.</param>
    public static int EndAt(ReadOnlySpan<char> text, int start)
    {
        var closers = ClosersOf(text, start);
        if (closers.IsEmpty)
        {
            return -1;
        }

        var window = text[(start + 1)..Math.Min(text.Length, start + 1 + MaxLength)];
        var close = window.IndexOfAny(closers);
        return close < 0 || window[..close].Contains("\n\n", StringComparison.Ordinal) ? -1 : start + 1 + close + 1;
    }

    /// <summary>Says whether a mark that ends quotations in one language and begins them in another begins one: »So«.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The offset of the mark.</param>
    public static bool OpensAt(ReadOnlySpan<char> text, int i) =>
        text[i] == '»' && (i == 0 || !IsSolid(text[i - 1])) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);

    private static ReadOnlySpan<char> ClosersOf(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        '«' => "»",
        '»' when OpensAt(text, i) => "«»",
        '„' => "“”",
        '「' => "」",
        '『' => "』",
        '“' when i + 1 < text.Length && SentenceShape.IsUnspaced(text[i + 1]) => "”",
        _ => default,
    };

    private static bool IsSolid(char c) => char.IsLetterOrDigit(c) || Terminator.IsMark(c) || c is ',' or ';' or ':' or '»';
}
