namespace Pipeline.Text.Parsing.Pdf;

/// <summary>What the reader takes from a page.</summary>
/// <param name="Width">The page's width in points.</param>
/// <param name="Height">The page's height in points.</param>
/// <param name="Glyphs">The characters, in the order in which they are drawn.</param>
/// <param name="Pictures">How many pictures are on the page.</param>
/// <param name="Unmapped">How many characters have no meaning that the file tells.</param>
internal sealed record PdfPage(double Width, double Height, IReadOnlyList<PdfGlyph> Glyphs, int Pictures, int Unmapped);
