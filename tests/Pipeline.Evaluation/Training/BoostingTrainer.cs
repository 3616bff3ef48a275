using System.Globalization;
using System.Text;

namespace Pipeline.Evaluation.Training;

/// <summary>
/// Gradient boosting of decision trees on the logistic loss, with histograms, leaf by leaf
/// (Friedman, "Greedy function approximation", 2001; Ke et al., "LightGBM", NeurIPS 2017). The same rows give the same trees.
/// </summary>
internal sealed class BoostingTrainer
{
    private readonly BinnedRows _rows;
    private readonly float[] _labels;
    private readonly float[] _weights;
    private readonly BoostingOptions _options;
    private readonly double[] _gradients;
    private readonly double[] _hessians;
    private readonly Random _random;

    private BoostingTrainer(BinnedRows rows, float[] labels, float[] weights, BoostingOptions options)
    {
        (_rows, _labels, _weights, _options) = (rows, labels, weights, options);
        (_gradients, _hessians) = (new double[labels.Length], new double[labels.Length]);
        _random = new Random(options.Seed);
    }

    /// <summary>Grows trees, one line each, as the product reads them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="labels">What each row should be, from 0 to 1.</param>
    /// <param name="weights">How much each row counts.</param>
    /// <param name="options">How.</param>
    public static List<string> Train(BinnedRows rows, float[] labels, float[] weights, BoostingOptions options)
    {
        var trainer = new BoostingTrainer(rows, labels, weights, options);
        var scores = new double[labels.Length];
        var lines = new List<string>();
        for (var i = 0; i < options.Trees; i++)
        {
            lines.Add(trainer.Grow(scores));
        }

        return lines;
    }

    private string Grow(double[] scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var probability = 1 / (1 + Math.Exp(-scores[i]));
            _gradients[i] = _weights[i] * (probability - _labels[i]);
            _hessians[i] = _weights[i] * Math.Max(1e-6, probability * (1 - probability));
        }

        var rows = Enumerable.Range(0, scores.Length).Where(i => _weights[i] > 0 && _random.NextDouble() < _options.RowShare).ToArray();
        var features = Enumerable.Range(0, _rows.Columns.Length).Where(column => _rows.Edges[column].Length > 0 && _random.NextDouble() < _options.FeatureShare).ToArray();
        var root = new Node(rows, Histogram(rows, features));
        Find(root, features);
        var leaves = new List<Node> { root };
        while (leaves.Count < _options.MaxLeaves && leaves.MaxBy(leaf => leaf.Gain) is { Gain: > 1e-3 } leaf)
        {
            leaves.Remove(leaf);
            leaves.AddRange(Split(leaf, features));
        }

        var text = new StringBuilder();
        Write(root, text);
        Apply(root, scores);
        return text.ToString();
    }

    private double[] Histogram(int[] rows, int[] features)
    {
        var histogram = new double[features.Length * (BinnedRows.MaxBins + 1) * 2];
        Parallel.For(0, features.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f =>
        {
            var column = _rows.Columns[features[f]];
            var start = f * (BinnedRows.MaxBins + 1) * 2;
            foreach (var row in rows)
            {
                var at = start + (column[row] * 2);
                histogram[at] += _gradients[row];
                histogram[at + 1] += _hessians[row];
            }
        });
        return histogram;
    }

    private void Find(Node node, int[] features)
    {
        foreach (var row in node.Rows)
        {
            node.Gradient += _gradients[row];
            node.Hessian += _hessians[row];
        }

        node.Value = -node.Gradient / (node.Hessian + _options.L2) * _options.LearningRate;
        var parent = Score(node.Gradient, node.Hessian);
        for (var f = 0; f < features.Length; f++)
        {
            double gradient = 0, hessian = 0;
            var start = f * (BinnedRows.MaxBins + 1) * 2;
            for (var bin = 0; bin < _rows.Edges[features[f]].Length; bin++)
            {
                gradient += node.Histogram[start + (bin * 2)];
                hessian += node.Histogram[start + (bin * 2) + 1];
                if (hessian < _options.MinLeafWeight || node.Hessian - hessian < _options.MinLeafWeight)
                {
                    continue;
                }

                var gain = Score(gradient, hessian) + Score(node.Gradient - gradient, node.Hessian - hessian) - parent;
                if (gain > node.Gain)
                {
                    (node.Gain, node.Feature, node.Bin) = (gain, features[f], bin);
                }
            }
        }
    }

    private Node[] Split(Node node, int[] features)
    {
        var column = _rows.Columns[node.Feature];
        var left = Array.FindAll(node.Rows, row => column[row] <= node.Bin);
        var right = Array.FindAll(node.Rows, row => column[row] > node.Bin);
        var small = Histogram(left.Length < right.Length ? left : right, features);
        var large = node.Histogram;
        for (var i = 0; i < large.Length; i++)
        {
            large[i] -= small[i];
        }

        node.First = new Node(left, left.Length < right.Length ? small : large);
        node.Second = new Node(right, left.Length < right.Length ? large : small);
        Find(node.First, features);
        Find(node.Second, features);
        (node.Histogram, node.Rows) = ([], []);
        return [node.First, node.Second];
    }

    private void Write(Node node, StringBuilder text)
    {
        if (text.Length > 0)
        {
            text.Append(' ');
        }

        if (node.First is null || node.Second is null)
        {
            node.Value = double.Parse(node.Value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{node.Value:G3}");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{node.Feature}<{_rows.Edges[node.Feature][node.Bin]:G4}");
        Write(node.First, text);
        Write(node.Second, text);
    }

    private void Apply(Node root, double[] scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var node = root;
            while (node.First is not null)
            {
                node = _rows.Columns[node.Feature][i] <= node.Bin ? node.First : node.Second!;
            }

            scores[i] += node.Value;
        }
    }

    private double Score(double gradient, double hessian) => gradient * gradient / (hessian + _options.L2);

    private sealed class Node(int[] rows, double[] histogram)
    {
        public int[] Rows { get; set; } = rows;

        public double[] Histogram { get; set; } = histogram;

        public double Gradient { get; set; }

        public double Hessian { get; set; }

        public double Value { get; set; }

        public double Gain { get; set; }

        public int Feature { get; set; }

        public int Bin { get; set; }

        public Node? First { get; set; }

        public Node? Second { get; set; }
    }
}
