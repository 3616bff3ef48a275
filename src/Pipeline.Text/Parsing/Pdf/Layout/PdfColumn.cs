namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>Lines of a page that are read one after the other.</summary>
internal sealed class PdfColumn
{
    // Titles may stand out, and notes at the page's edge do.
    private const double SizeChange = 0.08;

    /// <summary>Initialises a column.</summary>
    /// <param name="page">The page's index.</param>
    /// <param name="lines">The lines from top to bottom; at least one.</param>
    /// <param name="bodySize">The size of the body's font, whose lines show the edges.</param>
    public PdfColumn(int page, IReadOnlyList<PdfLine> lines, double bodySize)
    {
        (Page, Lines) = (page, lines);
        IEnumerable<PdfLine> body = lines.Any(IsBody) ? lines.Where(IsBody) : lines;
        (Left, Right) = (body.Min(line => line.Left), body.Max(line => line.Right));

        bool IsBody(PdfLine line) => Math.Abs(line.Size - bodySize) <= SizeChange * bodySize;
    }

    /// <summary>Gets the page's index.</summary>
    public int Page { get; }

    /// <summary>Gets the lines from top to bottom; at least one.</summary>
    public IReadOnlyList<PdfLine> Lines { get; }

    /// <summary>Gets where the leftmost line starts.</summary>
    public double Left { get; }

    /// <summary>Gets where the rightmost line ends.</summary>
    public double Right { get; }
}
