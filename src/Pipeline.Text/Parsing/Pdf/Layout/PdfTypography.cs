namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>What is usual in a document.</summary>
/// <param name="BodySize">The size in which most of the text is set, in points.</param>
/// <param name="BodyBold">Whether most of the text is bold.</param>
/// <param name="Leading">The usual distance of lines, in sizes of the font.</param>
internal sealed record PdfTypography(double BodySize, bool BodyBold, double Leading)
{
    private const double DefaultLeading = 1.2;

    /// <summary>Returns the size in which most of the words are set.</summary>
    public static double MainSize(IEnumerable<PdfRow> rows)
    {
        var sizes = new Dictionary<double, int>();
        foreach (var word in rows.SelectMany(row => row.Words))
        {
            var size = Math.Round(word.Size * 2) / 2;
            sizes[size] = sizes.GetValueOrDefault(size) + word.Text.Length;
        }

        return sizes.Count == 0 ? 10 : sizes.MaxBy(pair => (pair.Value, pair.Key)).Key;
    }

    /// <summary>Returns what is usual in columns.</summary>
    public static PdfTypography Of(IReadOnlyList<PdfColumn> columns, double bodySize)
    {
        var distances = new List<double>();
        int bold = 0, plain = 0;
        foreach (var column in columns)
        {
            for (var i = 0; i < column.Lines.Count; i++)
            {
                var line = column.Lines[i];
                bold += line.Bold ? line.Text.Length : 0;
                plain += line.Bold ? 0 : line.Text.Length;
                var distance = i == 0 ? 0 : (column.Lines[i - 1].Baseline - line.Baseline) / bodySize;
                if (Math.Abs(line.Size - bodySize) < 0.06 * bodySize && distance is > 0.9 and < 2.5)
                {
                    distances.Add(distance);
                }
            }
        }

        // The lower half of the distances is that inside paragraphs; its middle the first quartile of all.
        distances.Sort();
        return new PdfTypography(bodySize, bold > plain, distances.Count == 0 ? DefaultLeading : distances[distances.Count / 4]);
    }
}
