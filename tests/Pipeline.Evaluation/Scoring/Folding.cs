using System.Globalization;
using System.Text;

namespace Pipeline.Evaluation.Scoring;

/// <summary>Texts made alike before they are compared, as the published scorers do it in Python.</summary>
internal static class Folding
{
    private const int CapitalSigma = 'Σ';
    private const int CapitalDottedI = 'İ';

    /// <summary>Returns the text in lower case by the full mappings of Unicode, those of the final sigma and of the dotted capital I included, as <c>str.lower</c> does.</summary>
    public static string Lower(string text)
    {
        var lower = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                lower.Append(text[i]);
            }
            else if (rune.Value == CapitalDottedI)
            {
                lower.Append("i\u0307");
            }
            else if (rune.Value == CapitalSigma)
            {
                lower.Append(IsFinalSigma(text, i) ? 'ς' : 'σ');
            }
            else
            {
                lower.Append(Rune.ToLowerInvariant(rune));
            }

            i += length;
        }

        return lower.ToString();
    }

    /// <summary>Returns the text in lower case, runs of white space as one blank, none at its ends.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var pending = false;
        foreach (var c in text)
        {
            if (IsSpace(c))
            {
                pending = folded.Length > 0;
                continue;
            }

            if (pending)
            {
                folded.Append(' ');
                pending = false;
            }

            folded.Append(c);
        }

        return Lower(folded.ToString());
    }

    // Python counts the four separators of ASCII as white space.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001C' and <= '\u001F';

    // The Unicode Standard, section 3.13, Final_Sigma: after a letter with case, and not before one; what has no say is skipped.
    private static bool IsFinalSigma(string text, int index) =>
        NextWithCase(text[..index].EnumerateRunes().Reverse()) && !NextWithCase(text[(index + 1)..].EnumerateRunes());

    private static bool NextWithCase(IEnumerable<Rune> runes) => runes.SkipWhile(IsCaseIgnorable).Select(HasCase).FirstOrDefault();

    private static bool HasCase(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;

    private static bool IsCaseIgnorable(Rune rune) => rune.Value is '\'' or '.' or ':' or '·' or '’' or '‘' || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
