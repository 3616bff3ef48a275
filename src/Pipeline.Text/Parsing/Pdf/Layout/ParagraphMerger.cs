using System.Text;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>Joins what the end of a column or of a page parted, also where a caption or a box stands between.</summary>
internal static class ParagraphMerger
{
    // A box, a caption, a table between two halves. Chosen.
    private const int MaxBetween = 3;

    // A byline and a date above two columns make a narrow column of their own. Chosen.
    private const double MinWidthShare = 0.6;

    /// <summary>Joins paragraphs of neighbouring columns.</summary>
    /// <param name="columns">The paragraphs of each column, in reading order.</param>
    /// <param name="bodySize">The size of the body's font: only body text goes on elsewhere.</param>
    /// <param name="hyphenation">Joins two lines.</param>
    public static List<PdfParagraph> Merge(IEnumerable<IReadOnlyList<PdfParagraph>> columns, double bodySize, PdfHyphenation hyphenation)
    {
        var merged = new List<PdfParagraph>();
        foreach (var column in columns)
        {
            for (var i = 0; i < column.Count; i++)
            {
                if (i == 0 && FindOpen(merged, column[0], bodySize) is >= 0 and var open)
                {
                    var text = new StringBuilder(merged[open].Text);
                    hyphenation.Append(text, column[0].Text);
                    merged[open] = merged[open] with { Text = text.ToString(), Lines = merged[open].Lines + column[0].Lines, EndsFull = column[0].EndsFull };
                }
                else
                {
                    merged.Add(column[i]);
                }
            }
        }

        return merged;
    }

    /// <summary>Returns the index of a paragraph whose sentence the given one goes on with, or -1.</summary>
    private static int FindOpen(List<PdfParagraph> paragraphs, PdfParagraph next, double bodySize)
    {
        if (!IsBody(next, bodySize) || ListMarker.Length(next.Text) > 0)
        {
            return -1;
        }

        var lower = char.IsLower(next.Text[0]);
        for (var i = paragraphs.Count - 1; i >= 0 && i >= paragraphs.Count - 1 - MaxBetween; i--)
        {
            var candidate = paragraphs[i];
            if (!IsBody(candidate, bodySize))
            {
                continue;
            }

            var open = !SentenceShape.EndsSentence(candidate.Text) && candidate.Text[^1] != ':' && candidate.Bold == next.Bold && candidate.Lines > 1;
            return open && (lower || (candidate.EndsFull && !next.Indented && i == paragraphs.Count - 1 && candidate.Width >= MinWidthShare * next.Width)) ? i : -1;
        }

        return -1;
    }

    private static bool IsBody(PdfParagraph paragraph, double bodySize) => Math.Abs(paragraph.Size - bodySize) <= 0.06 * bodySize;
}
