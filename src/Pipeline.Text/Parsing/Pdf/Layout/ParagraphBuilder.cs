using System.Text;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>
/// Makes paragraphs of the lines of a column. A new one shows in a larger distance, in the font, in a first line that
/// stands in, in a list's marker, or in a line that ends although the next word had room in it.
/// </summary>
internal sealed class ParagraphBuilder(PdfTypography typography, PdfHyphenation hyphenation)
{
    // In sizes of the font. Chosen on papers, reports and printed web pages of several programs.
    private const double MinIndent = 0.8;
    private const double MaxIndent = 6;
    private const double ExtraLeading = 0.35;
    private const double SizeChange = 0.08;
    private const double SpareRoom = 0.7;

    /// <summary>Makes the paragraphs of a column.</summary>
    public List<PdfParagraph> Build(PdfColumn column)
    {
        var paragraphs = new List<PdfParagraph>();
        var lines = new List<PdfLine>();
        foreach (var line in column.Lines)
        {
            if (lines.Count > 0 && StartsParagraph(column, lines, line))
            {
                paragraphs.Add(Make(column, lines));
                lines.Clear();
            }

            lines.Add(line);
        }

        if (lines.Count > 0)
        {
            paragraphs.Add(Make(column, lines));
        }

        return paragraphs;
    }

    private PdfParagraph Make(PdfColumn column, List<PdfLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            hyphenation.Append(text, line.Text);
        }

        var (first, last) = (lines[0], lines[^1]);
        return new PdfParagraph(
            text.ToString(), first.Size, lines.Count(line => line.Bold) * 2 > lines.Count, column.Page, lines.Count,
            first.Left - column.Left > MinIndent * first.Size, column.Right - last.Right < 2 * last.Size, column.Right - column.Left);
    }

    private bool StartsParagraph(PdfColumn column, List<PdfLine> lines, PdfLine next)
    {
        var (first, last) = (lines[0], lines[^1]);
        var size = Math.Max(last.Size, next.Size);
        if (Math.Abs(last.Size - next.Size) > SizeChange * size || (first.Bold != next.Bold && lines.TrueForAll(line => line.Bold == first.Bold) && !IsRunIn(lines, next)))
        {
            return true;
        }

        // Large type is set tighter than the body; the distance inside the title itself says how tight.
        var usual = lines.Count > 1 ? Math.Max((lines[^2].Baseline - last.Baseline - last.Headroom) / size, 1) : typography.Leading;
        var large = size > typography.BodySize * (1 + SizeChange);
        var distance = (last.Baseline - next.Baseline - next.Headroom) / size;
        if (distance > (large && lines.Count == 1 ? Math.Max(typography.Leading, 1.45) : Math.Min(usual, typography.Leading * 1.3)) + ExtraLeading)
        {
            return true;
        }

        if (ListMarker.Length(next.Text) > 0 && (ListMarker.Length(first.Text) > 0 || !IsFull(column, last, next) || last.Text[^1] == ':'))
        {
            return true;
        }

        if (ListMarker.Length(first.Text) > 0 && next.Left > first.Left + (0.3 * size))
        {
            return false;
        }

        return !large && (StandsIn(column, last, next) || EndsEarly(column, last, next));
    }

    /// <summary>Tells a first line that stands in from a line of a centred text, and from the second line of a hanging paragraph.</summary>
    private static bool StandsIn(PdfColumn column, PdfLine last, PdfLine next)
    {
        var indent = (next.Left - Math.Min(column.Left, last.Left)) / next.Size;
        var lastIndent = (last.Left - column.Left) / next.Size;
        return indent is > MinIndent and < MaxIndent && next.Left - last.Left > MinIndent * next.Size && lastIndent < MinIndent
            && (SentenceShape.EndsSentence(last.Text) || !char.IsLower(next.Text[0])) && IsWide(column, next);
    }

    /// <summary>Tells whether the next line's first word had room in a line that ends a sentence or that no lower case follows.</summary>
    private static bool EndsEarly(PdfColumn column, PdfLine last, PdfLine next) =>
        !IsFull(column, last, next) && (SentenceShape.EndsSentence(last.Text) || !GoesOn(last, next));

    /// <summary>Tells whether the next line starts as the rest of a sentence does: with a small letter, or with a number behind a word.</summary>
    private static bool GoesOn(PdfLine last, PdfLine next) =>
        char.IsLower(next.Text[0]) || (char.IsAsciiDigit(next.Text[0]) && char.IsLower(last.Text[^1]) && next.Text.Contains(' ', StringComparison.Ordinal));

    private static bool IsFull(PdfColumn column, PdfLine last, PdfLine next) =>
        column.Right - last.Right < next.FirstWordWidth + (SpareRoom * next.Size);

    private static bool IsWide(PdfColumn column, PdfLine line) => line.Right - column.Left > 0.5 * (column.Right - column.Left);

    /// <summary>Tells whether bold words only open a paragraph that goes on in plain ones.</summary>
    private static bool IsRunIn(List<PdfLine> lines, PdfLine next) =>
        lines.Count == 1 && !SentenceShape.EndsSentence(lines[0].Text) && char.IsLower(next.Text[0]);
}
