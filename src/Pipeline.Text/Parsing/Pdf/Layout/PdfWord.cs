namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>Characters of a page that follow each other without a gap, in points from the page's lower left corner.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Left">Where they start.</param>
/// <param name="Right">Where they end.</param>
/// <param name="Baseline">The height that they stand on.</param>
/// <param name="Size">The size of the font.</param>
/// <param name="Bold">Whether the font is bold.</param>
/// <param name="SpaceBefore">Whether the file has a space in front.</param>
/// <param name="Rise">How far they stand above the line, as marks of footnotes do; 0 where they stand on it.</param>
internal readonly record struct PdfWord(string Text, double Left, double Right, double Baseline, double Size, bool Bold, bool SpaceBefore, double Rise)
{
    /// <summary>Gets a value indicating whether they stand above the line.</summary>
    public bool Raised => Rise > 0;
}
