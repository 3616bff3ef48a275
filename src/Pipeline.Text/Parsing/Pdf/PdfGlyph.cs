namespace Pipeline.Text.Parsing.Pdf;

/// <summary>One character of a page, upright and inside the page, in points from the page's lower left corner.</summary>
/// <param name="Text">What it stands for: mostly one character, for ligatures several.</param>
/// <param name="Left">Where it starts.</param>
/// <param name="Right">Where the next one starts, spacing apart.</param>
/// <param name="Baseline">The height that it stands on.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="Bold">Whether the font is bold.</param>
internal readonly record struct PdfGlyph(string Text, double Left, double Right, double Baseline, double Size, bool Bold);
