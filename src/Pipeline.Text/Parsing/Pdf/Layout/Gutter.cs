namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>An empty strip between two columns, in points.</summary>
internal sealed class Gutter(double left, double right, int firstRow)
{
    public double Left { get; private set; } = left;

    public double Right { get; private set; } = right;

    public int FirstRow { get; set; } = firstRow;

    public int LastRow { get; private set; } = firstRow;

    /// <summary>Gets the rows that have text on the left, and on the right.</summary>
    public int LeftRows { get; private set; }

    public int RightRows { get; private set; }

    /// <summary>Gets the characters on the left, and on the right, as far as the next gap.</summary>
    public int LeftText { get; private set; }

    public int RightText { get; private set; }

    public double Middle => (Left + Right) / 2;

    /// <summary>Goes on through a gap of a row.</summary>
    public void Extend(RowGap gap, int row)
    {
        (Left, Right, LastRow) = (Math.Max(Left, gap.Left), Math.Min(Right, gap.Right), row);
        LeftRows += gap.TextBefore > 0 ? 1 : 0;
        RightRows += gap.TextAfter > 0 ? 1 : 0;
        LeftText += gap.TextBefore;
        RightText += gap.TextAfter;
    }
}

/// <summary>An empty part of a row.</summary>
/// <param name="Left">Where it starts.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="TextBefore">How many characters stand in front of it, back to the gap before.</param>
/// <param name="TextAfter">How many characters follow, up to the next gap.</param>
internal readonly record struct RowGap(double Left, double Right, int TextBefore, int TextAfter);
