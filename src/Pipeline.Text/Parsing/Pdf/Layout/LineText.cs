using System.Globalization;
using System.Text;

namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>Makes a line of the words of a row that stand in one column.</summary>
internal static class LineText
{
    // Letters set apart by spaces, as titles have them: fewer may be initials or a list. Chosen.
    private const int MinSpacedLetters = 5;

    /// <summary>Makes a line.</summary>
    /// <param name="words">The words, from left to right; at least one.</param>
    public static PdfLine Build(IReadOnlyList<PdfWord> words)
    {
        var ordered = IsRightToLeft(words) ? [.. words.Reverse()] : words;
        var gaps = Gaps(ordered);
        JoinSpacedLetters(ordered, gaps);
        var text = new StringBuilder();
        double weight = 0, bold = 0;
        var sizes = new Dictionary<double, int>();
        for (var i = 0; i < ordered.Count; i++)
        {
            var word = ordered[i];
            if (word.Raised && IsFootnoteMark(word.Text) && i > 0 && MayCarryMark(text))
            {
                continue;
            }

            if (i > 0 && gaps[i])
            {
                text.Append(' ');
            }

            text.Append(word.Text);
            weight += word.Text.Length;
            bold += word.Bold ? word.Text.Length : 0;
            var size = Math.Round(word.Size, 1);
            sizes[size] = sizes.GetValueOrDefault(size) + word.Text.Length;
        }

        var firstEnd = 0;
        while (firstEnd + 1 < ordered.Count && !gaps[firstEnd + 1])
        {
            firstEnd++;
        }

        var lineSize = sizes.Count == 0 ? words[0].Size : sizes.MaxBy(pair => (pair.Value, pair.Key)).Key;
        return new PdfLine(
            text.ToString(),
            words.Min(word => word.Left),
            words.Max(word => word.Right),
            words[0].Baseline,
            lineSize,
            bold * 2 > weight,
            Math.Abs(ordered[firstEnd].Right - ordered[0].Left),
            words.Max(word => word.Raised ? Math.Max(0, word.Rise + word.Size - lineSize) : 0));
    }

    /// <summary>Tells for each word whether a space stands in front of it.</summary>
    private static bool[] Gaps(IReadOnlyList<PdfWord> words)
    {
        var gaps = new bool[words.Count];
        for (var i = 1; i < words.Count; i++)
        {
            var gap = Gap(words, i);
            gaps[i] = gap > WordBuilder.MinGap * Math.Max(words[i].Size, words[i - 1].Size) || (words[i].SpaceBefore && gap > -0.2 * words[i].Size && !words[i].Raised);
        }

        return gaps;
    }

    private static double Gap(IReadOnlyList<PdfWord> words, int index) =>
        Math.Max(words[index].Left - words[index - 1].Right, words[index - 1].Left - words[index].Right);

    /// <summary>Takes the spaces out of <c>T A L K S  R E S U M E</c>, but for the wide ones.</summary>
    private static void JoinSpacedLetters(IReadOnlyList<PdfWord> words, bool[] gaps)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var end = start;
            while (end < words.Count && words[end].Text.Length == 1 && char.IsLetter(words[end].Text[0]))
            {
                end++;
            }

            if (end - start >= MinSpacedLetters)
            {
                var widths = Enumerable.Range(start + 1, end - start - 1).Select(i => Gap(words, i)).Order().ToArray();
                var wide = Math.Max(widths[widths.Length / 2] * 1.6, 0);
                for (var i = start + 1; i < end; i++)
                {
                    gaps[i] = Gap(words, i) > wide;
                }
            }

            start = Math.Max(start, end);
        }
    }

    private static bool IsRightToLeft(IReadOnlyList<PdfWord> words)
    {
        int right = 0, left = 0;
        foreach (var word in words)
        {
            var c = word.Text[0];
            right += c is >= '\u0590' and <= '\u08FF' ? 1 : 0;
            left += char.IsLetter(c) && c is < '\u0590' or > '\u08FF' ? 1 : 0;
        }

        return right > left;
    }

    private static bool IsFootnoteMark(string text) =>
        text.Length <= 4 && text.All(c => char.IsAsciiDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber || c is '*' or '†' or '‡' or '§' or '¶' or '[' or ']' or ',' or '(' or ')');

    /// <summary>Tells a word or a sentence's end, which carry marks, from a unit or a formula, which carry exponents.</summary>
    private static bool MayCarryMark(StringBuilder text)
    {
        var letters = 0;
        while (letters < text.Length && char.IsLetter(text[text.Length - 1 - letters]))
        {
            letters++;
        }

        return text.Length > 0 && (letters >= 3 || (letters == 0 && text[^1] is '.' or ',' or ';' or ':' or '!' or '?' or '"' or '”' or '’' or ')' or '»'));
    }
}
