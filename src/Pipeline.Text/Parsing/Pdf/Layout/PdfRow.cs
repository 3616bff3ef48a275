namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>The words of a page that stand on one height, whatever their columns, from left to right.</summary>
/// <param name="Baseline">The height.</param>
/// <param name="Size">The largest size that a fair part of the words have.</param>
/// <param name="Words">The words.</param>
internal sealed record PdfRow(double Baseline, double Size, List<PdfWord> Words)
{
    // Words of one row may stand this far apart in height, in sizes of the font. Chosen.
    private const double MaxShift = 0.3;

    /// <summary>Gets where the first word starts.</summary>
    public double Left => Words[0].Left;

    /// <summary>Makes rows of words, from the top of the page down.</summary>
    public static List<PdfRow> Build(List<PdfWord> words)
    {
        var rows = new List<PdfRow>();
        var row = new List<PdfWord>();
        double baseline = 0, size = 0;
        foreach (var word in words.OrderByDescending(word => word.Baseline))
        {
            if (row.Count > 0 && baseline - word.Baseline > MaxShift * Math.Max(size, word.Size))
            {
                Flush();
            }

            if (row.Count == 0 || word.Size > size * 1.2)
            {
                (baseline, size) = (word.Baseline, word.Size);
            }

            row.Add(word);
        }

        Flush();
        return rows;

        void Flush()
        {
            if (row.Count > 0)
            {
                rows.Add(new PdfRow(baseline, size, [.. row.OrderBy(word => word.Left)]));
                row.Clear();
            }
        }
    }
}
