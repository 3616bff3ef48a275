namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>
/// Finds the columns of a page: strips that stay empty over several rows with text on both sides. A line that runs across
/// ends a strip, so that a page may have columns in one part and none in another.
/// </summary>
internal static class GutterFinder
{
    // In sizes of the font: wider than the spaces of justified text, narrower than the strips that newspapers leave. Chosen.
    private const double MinWidth = 0.8;

    // Two lines may be a byline beside a date. Chosen.
    private const int MinRows = 3;

    // Columns of a table hold figures and single words. Chosen.
    private const int MinCharactersPerRow = 12;

    // Lines of one column stand no further apart, in sizes of the font. Chosen.
    private const double MaxLeading = 1.8;

    // How far a line may stand out of its column, in sizes of the font. Chosen.
    private const double EdgePlay = 0.2;

    // More gaps are a table or a formula, and only cost time.
    private const int MaxGaps = 16;

    /// <summary>Returns the strips, in the order of their first rows.</summary>
    /// <param name="rows">The rows from the top of the page down.</param>
    /// <param name="size">The size of the body's font.</param>
    public static List<Gutter> Find(IReadOnlyList<PdfRow> rows, double size)
    {
        var minWidth = MinWidth * size;
        var found = new List<Gutter>();
        var open = new List<Gutter>();
        List<RowGap> above = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var gaps = Gaps(rows[i], minWidth);
            var next = new List<Gutter>();
            var taken = new HashSet<int>();
            foreach (var gutter in open)
            {
                var best = Best(gaps, gutter, minWidth);
                if (best < 0)
                {
                    found.Add(gutter);
                    continue;
                }

                gutter.Extend(gaps[best], i);
                taken.Add(best);
                next.Add(gutter);
            }

            for (var gap = 1; gap < gaps.Count - 1; gap++)
            {
                if (!taken.Contains(gap))
                {
                    var gutter = new Gutter(gaps[gap].Left, gaps[gap].Right, i);
                    gutter.Extend(gaps[gap], i);
                    next.Add(gutter);
                }
            }

            if (i > 0 && rows[i - 1].Baseline - rows[i].Baseline <= MaxLeading * size && Staggered(above, gaps, taken, minWidth) is { } pair)
            {
                var gutter = new Gutter(pair.Above.Left, pair.Above.Right, i - 1);
                gutter.Extend(pair.Above, i - 1);
                gutter.Extend(pair.Here, i);
                next.Add(gutter);
            }

            (open, above) = (next, gaps);
        }

        found.AddRange(open);
        found.RemoveAll(gutter => !IsBetweenColumns(gutter));
        foreach (var gutter in found)
        {
            ExtendUp(gutter, rows, size);
        }

        return [.. found.OrderBy(gutter => gutter.FirstRow).ThenBy(gutter => gutter.Left)];
    }

    /// <summary>Returns the margins of two rows that stand beside each other at different heights, as the lines of two columns do that do not share a grid; null where they do not.</summary>
    private static (RowGap Above, RowGap Here)? Staggered(List<RowGap> above, List<RowGap> here, HashSet<int> taken, double minWidth)
    {
        var last = here.Count - 1;
        return here[0].Right - above[^1].Left >= minWidth && !taken.Contains(0) ? (above[^1], here[0])
            : above[0].Right - here[last].Left >= minWidth && !taken.Contains(last) ? (above[0], here[last])
            : null;
    }

    /// <summary>Takes in rows of the body above that leave the strip empty: the first lines of columns that do not start at one height.</summary>
    private static void ExtendUp(Gutter gutter, IReadOnlyList<PdfRow> rows, double size)
    {
        for (var i = gutter.FirstRow - 1; i >= 0; i--)
        {
            var row = rows[i];
            if (row.Baseline - rows[i + 1].Baseline > MaxLeading * size || Math.Abs(row.Size - size) > 0.1 * size
                || row.Words.Exists(word => word.Left < gutter.Right - (EdgePlay * size) && word.Right > gutter.Left + (EdgePlay * size)))
            {
                return;
            }

            gutter.FirstRow = i;
        }
    }

    private static bool IsBetweenColumns(Gutter gutter) =>
        gutter.LeftRows >= MinRows && gutter.RightRows >= MinRows
        && gutter.LeftText >= MinCharactersPerRow * gutter.LeftRows && gutter.RightText >= MinCharactersPerRow * gutter.RightRows;

    private static int Best(List<RowGap> gaps, Gutter gutter, double minWidth)
    {
        var (best, width) = (-1, minWidth);
        for (var i = 0; i < gaps.Count; i++)
        {
            var overlap = Math.Min(gutter.Right, gaps[i].Right) - Math.Max(gutter.Left, gaps[i].Left);
            if (overlap >= width)
            {
                (best, width) = (i, overlap);
            }
        }

        return best;
    }

    /// <summary>Returns the gaps of a row; the first and the last are the margins.</summary>
    private static List<RowGap> Gaps(PdfRow row, double minWidth)
    {
        var words = row.Words;
        var edges = new List<(double Left, double Right)> { (double.NegativeInfinity, words[0].Left) };
        var texts = new List<int>();
        var (text, right) = (words[0].Text.Length, words[0].Right);
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Left - right >= minWidth && edges.Count < MaxGaps)
            {
                edges.Add((right, words[i].Left));
                texts.Add(text);
                text = 0;
            }

            text += words[i].Text.Length + 1;
            right = Math.Max(right, words[i].Right);
        }

        edges.Add((right, double.PositiveInfinity));
        texts.Add(text);
        return [.. edges.Select((edge, i) => new RowGap(edge.Left, edge.Right, i == 0 ? 0 : texts[i - 1], i == texts.Count ? 0 : texts[i]))];
    }
}
