namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>One line of a column, in points from the page's lower left corner.</summary>
/// <param name="Text">Its text; not yet normalised.</param>
/// <param name="Left">Where it starts.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">The height that it stands on.</param>
/// <param name="Size">The size of most of its characters.</param>
/// <param name="Bold">Whether most of its characters are bold.</param>
/// <param name="FirstWordWidth">How wide its first word is.</param>
/// <param name="Headroom">How far raised marks reach above its type; so much further down it stands in some layouts.</param>
internal sealed record PdfLine(string Text, double Left, double Right, double Baseline, double Size, bool Bold, double FirstWordWidth, double Headroom)
{
    /// <summary>Gets how wide the line is.</summary>
    public double Width => Right - Left;
}
