namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>Lines that belong together.</summary>
/// <param name="Text">Their text on one line; not yet normalised.</param>
/// <param name="Size">The size of the font.</param>
/// <param name="Bold">Whether the font is bold.</param>
/// <param name="Page">The index of the page that they start on.</param>
/// <param name="Lines">How many lines they are.</param>
/// <param name="Indented">Whether the first line stands in from the column's left edge.</param>
/// <param name="EndsFull">Whether the last line reaches the column's right edge, as lines inside a paragraph do.</param>
/// <param name="Width">The width of the column, in points.</param>
internal sealed record PdfParagraph(string Text, double Size, bool Bold, int Page, int Lines, bool Indented, bool EndsFull, double Width);
