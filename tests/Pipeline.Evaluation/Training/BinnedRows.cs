using System.Globalization;

namespace Pipeline.Evaluation.Training;

/// <summary>Rows of numbers, each number replaced by the bin it falls in: column by column.</summary>
internal sealed class BinnedRows
{
    public const int MaxBins = 48;

    private BinnedRows(byte[][] columns, float[][] edges) => (Columns, Edges) = (columns, edges);

    public byte[][] Columns { get; }

    /// <summary>Gets, for each column, the upper edges of its bins but the last: values up to the edge are in.</summary>
    public float[][] Edges { get; }

    /// <summary>Bins rows.</summary>
    /// <param name="rows">The rows, each of <paramref name="width"/> numbers.</param>
    /// <param name="width">The number of columns.</param>
    public static BinnedRows Of(IReadOnlyList<float[]> rows, int width)
    {
        var columns = new byte[width][];
        var edges = new float[width][];
        Parallel.For(0, width, new ParallelOptions { MaxDegreeOfParallelism = 2 }, column =>
        {
            edges[column] = FindEdges(rows, column);
            var bins = columns[column] = new byte[rows.Count];
            for (var i = 0; i < bins.Length; i++)
            {
                var at = Array.BinarySearch(edges[column], rows[i][column]);
                bins[i] = (byte)(at < 0 ? ~at : at);
            }
        });
        return new BinnedRows(columns, edges);
    }

    private static float[] FindEdges(IReadOnlyList<float[]> rows, int column)
    {
        var step = Math.Max(1, rows.Count / 20_000);
        var values = new List<float>();
        for (var i = 0; i < rows.Count; i += step)
        {
            values.Add(rows[i][column]);
        }

        values.Sort();
        var distinct = values.Distinct().ToList();
        var candidates = distinct.Count <= MaxBins
            ? distinct
            : Enumerable.Range(1, MaxBins - 1).Select(i => values[i * values.Count / MaxBins]).Distinct().ToList();

        // As the model is written: four digits.
        return [.. candidates.Select(value => float.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).Distinct().Order().Take(MaxBins)];
    }
}
