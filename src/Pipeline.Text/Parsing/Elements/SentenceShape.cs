using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements;

/// <summary>What the look of a text says of its sentences: whether the last one ends, whether it is prose at all.</summary>
internal static class SentenceShape
{
    private const string Terminators = ".!?…。！？؟।॥۔։።။។";
    private const string ClosersAndSpace = "\"'”’»)]）」』 ";

    // A line of this many words is prose even where its full stop is missing. Chosen.
    private const int ProseWords = 8;

    // Scripts without spaces have no words to count: characters stand for them, about two to a word.
    private const int CharactersPerWord = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClosingAbbreviations =
        "Inc. Co. Corp. Ltd. Jr. Sr. a.m. p.m. etc. vs. St. No.".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Tells whether the last character, closing quotes and brackets apart, ends a sentence.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(ClosersAndSpace);
        return !text.IsEmpty && Terminators.Contains(text[^1], StringComparison.Ordinal);
    }

    /// <summary>Tells whether the text ends in a question mark, closing quotes and brackets apart.</summary>
    public static bool EndsInQuestion(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(ClosersAndSpace);
        return !text.IsEmpty && text[^1] is '?' or '？' or '؟';
    }

    /// <summary>Tells whether the text ends in an abbreviation that often ends titles too: <c>U.S.</c>, <c>Inc.</c></summary>
    public static bool EndsInAbbreviation(ReadOnlySpan<char> text)
    {
        var word = text[(text.LastIndexOf(' ') + 1)..];
        return ClosingAbbreviations.Contains(word) || IsDottedInitials(word);
    }

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

    /// <summary>Tells whether a word is made of two or more letters, each with its full stop: <c>C.I.A.</c></summary>
    private static bool IsDottedInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsUpper(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length >= 4 && word.Length % 2 == 0;
    }
}
