using System.Globalization;
using System.Text;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>
/// Brings text to one form, so that equal words are equal strings:
/// line ends become LF (a form feed or a paragraph separator an empty line); every other white space a space, a tab
/// four of them, since they only ever count as indentation; a soft hyphen at a line's end goes with the line end, elsewhere alone;
/// zero-width spaces, byte order marks, direction marks, control characters and noncharacters go; the joiners U+200C and
/// U+200D stay, since Persian, Indic scripts and emoji need them; unpaired surrogates become U+FFFD; the rest is composed (NFC).
/// </summary>
internal static class TextNormalizer
{
    // Unicode Standard Annex #15, "Stream-Safe Text Format": no more than 30 combining marks in a row. Longer runs are
    // no writing, and sorting them would cost the square of their length.
    private const int MaxMarks = 30;

    /// <summary>Normalises text of any form.</summary>
    public static string Normalize(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var result = new StringBuilder(text.Length);
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F' or '\n')
            {
                result.Append(c);
                marks = 0;
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                AppendPair(result, c, text[++i], ref marks);
                continue;
            }

            marks = IsMark(CharUnicodeInfo.GetUnicodeCategory(c)) ? marks + 1 : 0;
            if (marks <= MaxMarks)
            {
                i += Append(result, c, i + 1 < text.Length ? text[i + 1] : '\0');
            }
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Appends what stands for a character, and returns how many of the following ones went with it.</summary>
    private static int Append(StringBuilder result, char c, char next)
    {
        switch (c)
        {
            case '\u000B':
                result.Append('\n');
                return 0;
            case '\u2029':
                result.Append("\n\n");
                return 0;
            case '\t':
                result.Append("    ");
                return 0;
            case '\u00AD':
                return next == '\n' ? 1 : 0;
            case '\u200C' or '\u200D':
                result.Append(c);
                return 0;
            case >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF':
                return 0;
            default:
                break;
        }

        switch (char.GetUnicodeCategory(c))
        {
            case UnicodeCategory.Control or UnicodeCategory.Format:
                break;
            case UnicodeCategory.SpaceSeparator:
                result.Append(' ');
                break;
            case UnicodeCategory.Surrogate:
                result.Append('\uFFFD');
                break;
            default:
                result.Append(c);
                break;
        }

        return 0;
    }

    private static void AppendPair(StringBuilder result, char high, char low, ref int marks)
    {
        var scalar = char.ConvertToUtf32(high, low);
        marks = IsMark(CharUnicodeInfo.GetUnicodeCategory(scalar)) ? marks + 1 : 0;
        if (marks <= MaxMarks && (scalar & 0xFFFE) != 0xFFFE)
        {
            result.Append(high).Append(low);
        }
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
