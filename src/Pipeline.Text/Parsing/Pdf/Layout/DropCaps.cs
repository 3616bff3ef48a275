namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>Puts the large first letter of an article, which goes down over several lines, back to its word.</summary>
internal static class DropCaps
{
    // In sizes of the body's font. Two lines is the least; what is larger than eight is a headline of one letter.
    private const double MinSize = 1.8;
    private const double MaxSize = 12;

    /// <summary>Returns the rows with such letters joined to the first of the lines beside them.</summary>
    /// <param name="rows">The rows from the top of the page down.</param>
    /// <param name="size">The size of the body's font.</param>
    public static List<PdfRow> Join(List<PdfRow> rows, double size)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var at = rows[i].Words.FindIndex(word => word.Text.Length <= 2 && char.IsLetter(word.Text[^1]) && word.Size >= MinSize * size && word.Size <= MaxSize * size);
            if (at >= 0 && rows[i].Words.TrueForAll(word => word.Size < MinSize * size || word == rows[i].Words[at]))
            {
                Join(rows, i, at, size);
            }
        }

        rows.RemoveAll(row => row.Words.Count == 0);
        return rows;
    }

    private static void Join(List<PdfRow> rows, int index, int at, double size)
    {
        var cap = rows[index].Words[at];
        for (var i = Math.Max(0, index - (int)(cap.Size / size) - 1); i <= index; i++)
        {
            var row = rows[i];
            if (row.Baseline > cap.Baseline + cap.Size)
            {
                continue;
            }

            var first = row.Words.FindIndex(word => word != cap && word.Left >= cap.Right - (0.3 * size) && word.Left <= cap.Right + size && word.Size < MinSize * size);
            if (first < 0)
            {
                continue;
            }

            // The word keeps its place, so that the line does not seem to stand out.
            row.Words[first] = row.Words[first] with { Text = cap.Text + row.Words[first].Text };
            rows[index].Words.Remove(cap);
            return;
        }
    }
}
