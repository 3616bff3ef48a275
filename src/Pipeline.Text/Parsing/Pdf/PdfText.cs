using Pipeline.Text.Parsing.Pdf.Layout;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>The text of a document in reading order.</summary>
/// <param name="Paragraphs">The paragraphs.</param>
/// <param name="Typography">What is usual in the document.</param>
/// <param name="RunningLines">What the pages repeat at head and foot: it may name the date and the outlet.</param>
internal sealed record PdfText(IReadOnlyList<PdfParagraph> Paragraphs, PdfTypography Typography, IReadOnlyList<string> RunningLines)
{
    /// <summary>Lays out the words of all pages.</summary>
    /// <param name="pages">The words of each page.</param>
    /// <param name="heights">The heights of the pages in points.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static PdfText Read(IReadOnlyList<List<PdfWord>> pages, IReadOnlyList<double> heights, CancellationToken cancellationToken)
    {
        List<List<PdfRow>> rows = [.. pages.Select(PdfRow.Build)];
        var running = Layout.RunningLines.Remove(rows, heights);
        var size = PdfTypography.MainSize(rows.SelectMany(page => page));
        var columns = new List<PdfColumn>();
        for (var page = 0; page < rows.Count; page++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            columns.AddRange(ReadingOrder.Order(page, DropCaps.Join(rows[page], size), size));
        }

        var hyphenation = new PdfHyphenation();
        foreach (var line in columns.SelectMany(column => column.Lines))
        {
            hyphenation.Learn(line.Text);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var typography = PdfTypography.Of(columns, size);
        var builder = new ParagraphBuilder(typography, hyphenation);
        return new PdfText(ParagraphMerger.Merge(columns.Select(builder.Build), size, hyphenation), typography, running);
    }
}
