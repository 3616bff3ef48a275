namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>Brings the rows of a page into the order in which they are read: parts from the top down, in each part its columns from left to right.</summary>
internal static class ReadingOrder
{
    /// <summary>Returns the columns of a page in reading order.</summary>
    /// <param name="page">The page's index.</param>
    /// <param name="rows">The rows from the top of the page down.</param>
    /// <param name="size">The size of the body's font.</param>
    public static List<PdfColumn> Order(int page, IReadOnlyList<PdfRow> rows, double size)
    {
        var gutters = GutterFinder.Find(rows, size);
        var columns = new List<PdfColumn>();
        for (var start = 0; start < rows.Count;)
        {
            var across = Across(gutters, start);
            var end = start + 1;
            while (end < rows.Count && across.SequenceEqual(Across(gutters, end)))
            {
                end++;
            }

            AddPart(columns, page, rows, start, end, across, size);
            start = end;
        }

        return columns;
    }

    /// <summary>Returns the strips beside which a row stands, from left to right.</summary>
    private static List<Gutter> Across(List<Gutter> gutters, int row) =>
        [.. gutters.Where(gutter => gutter.FirstRow <= row && row <= gutter.LastRow).OrderBy(gutter => gutter.Left)];

    private static void AddPart(List<PdfColumn> columns, int page, IReadOnlyList<PdfRow> rows, int start, int end, List<Gutter> gutters, double size)
    {
        var parts = new List<PdfLine>[gutters.Count + 1];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = [];
        }

        for (var i = start; i < end; i++)
        {
            foreach (var group in rows[i].Words.GroupBy(word => gutters.Count(gutter => gutter.Middle < (word.Left + word.Right) / 2)))
            {
                parts[group.Key].Add(LineText.Build([.. group]));
            }
        }

        columns.AddRange(parts.Where(part => part.Count > 0).Select(part => new PdfColumn(page, part, size)));
    }
}
