using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Structure;

/// <summary>What the look of a text says of its sentences: where the first ends, whether the last one does, whether it is prose at all.</summary>
internal static class SentenceShape
{
    private const string Terminators = ".!?…。！？؟।";
    private const string Closers = "\"'”’»)]）」』";
    private const string Openers = "\"'“‘«([¿¡「『—–-";

    // A line of this many words is prose even where its full stop is missing. Chosen.
    private const int ProseWords = 8;

    // Scripts without spaces have no words to count: characters stand for them, about two to a word.
    private const int CharactersPerWord = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations =
        ("mr mrs ms dr prof gen sen rep gov lt col maj sgt capt adm rev hon st ste mt ft jr sr vs no inc ltd co corp dept univ assn bros "
        + "jan feb mar apr jun jul aug sep sept oct nov dec ave blvd rd etc al approx est pres amb").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClosingAbbreviations =
        "U.S. U.K. U.N. E.U. D.C. U.A.E. L.A. N.Y. N.J. Inc. Co. Corp. Ltd. Jr. Sr. a.m. p.m. etc. vs. St. No.".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the offset just past the first sentence that ends inside the text, its closing quotes included, or -1.</summary>
    public static int FirstSentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Terminators.Contains(text[i], StringComparison.Ordinal))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (Closers.Contains(text[end], StringComparison.Ordinal) || Terminators.Contains(text[end], StringComparison.Ordinal)))
            {
                end++;
            }

            var wide = text[i] is '。' or '！' or '？';
            if (end == text.Length || wide || (text[end] == ' ' && StartsSentence(text[(end + 1)..]) && !(text[i] == '.' && IsAbbreviation(text[..i]))))
            {
                return end;
            }

            i = end - 1;
        }

        return -1;
    }

    /// <summary>Tells whether the last character, closing quotes and brackets apart, ends a sentence.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(Closers);
        return !text.IsEmpty && Terminators.Contains(text[^1], StringComparison.Ordinal);
    }

    /// <summary>Tells whether the text ends in a question mark, closing quotes and brackets apart.</summary>
    public static bool EndsInQuestion(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(Closers);
        return !text.IsEmpty && text[^1] is '?' or '？' or '؟';
    }

    /// <summary>Tells whether the text ends in an abbreviation that often ends titles too: <c>U.S.</c>, <c>Inc.</c></summary>
    public static bool EndsInAbbreviation(ReadOnlySpan<char> text) => ClosingAbbreviations.Contains(text[(text.LastIndexOf(' ') + 1)..]);

    /// <summary>Tells whether the text is running prose: words, mostly of letters, that make a sentence or are many.</summary>
    public static bool IsProse(ReadOnlySpan<char> text)
    {
        int letters = 0, spaced = 0, unspaced = 0, visible = 0;
        var inWord = false;
        foreach (var c in text)
        {
            visible += c == ' ' ? 0 : 1;
            letters += char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark ? 1 : 0;
            unspaced += IsUnspaced(c) ? 1 : 0;
            spaced += c != ' ' && !inWord ? 1 : 0;
            inWord = c != ' ';
        }

        var words = spaced + (unspaced / CharactersPerWord);
        return letters * 2 > visible && (words >= ProseWords || (words >= 3 && EndsSentence(text)));
    }

    /// <summary>Tells whether the letter belongs to a script that puts no spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');

    private static bool StartsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ').TrimStart(Openers);
        return text.IsEmpty || char.IsUpper(text[0]) || char.IsDigit(text[0]) || (char.IsLetter(text[0]) && !char.IsLower(text[0]));
    }

    /// <summary>Tells whether the full stop after the text belongs to an abbreviation or an initial.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(" (“\"") + 1)..];
        return word.Length == 1 || word.Contains('.') || Abbreviations.Contains(word);
    }
}
