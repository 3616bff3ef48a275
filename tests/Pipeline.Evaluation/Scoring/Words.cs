using System.Globalization;
using System.Text;

namespace Pipeline.Evaluation.Scoring;

/// <summary>
/// The words of a text, as the published scorers of text extraction count them, which are written in Python: a word is a
/// run of what <c>\w</c> of its module <c>re</c> matches, letters and numbers of all kinds and the low line, but no combining mark.
/// </summary>
internal static class Words
{
    /// <summary>Returns the words in order, as they are written.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>(text.Length / 6);
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (IsWordPart(rune))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }

            i += length;
        }

        if (start >= 0)
        {
            words.Add(text[start..]);
        }

        return words;
    }

    private static bool IsWordPart(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
