using System.Globalization;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>A sum of decision trees, as gradient boosting makes it: rows of numbers to probabilities.</summary>
/// <remarks>
/// Written as one line a tree, its nodes in preorder, separated by spaces: <c>12&lt;0.5</c> is a node that goes to its first
/// child where feature 12 is at most 0.5, and a number alone is a leaf.
/// </remarks>
internal sealed class BoostedTrees
{
    private readonly int[] _roots;

    // Node i: the feature, or -1 for a leaf; the threshold or the leaf's value; the second child (the first is i + 1).
    private readonly short[] _features;
    private readonly float[] _values;
    private readonly int[] _seconds;

    private BoostedTrees(int[] roots, short[] features, float[] values, int[] seconds) =>
        (_roots, _features, _values, _seconds) = (roots, features, values, seconds);

    /// <summary>Gets the number of trees.</summary>
    public int Count => _roots.Length;

    /// <summary>Reads trees.</summary>
    /// <param name="lines">One line a tree.</param>
    /// <exception cref="FormatException">A line is no tree.</exception>
    public static BoostedTrees Parse(IEnumerable<string> lines)
    {
        var roots = new List<int>();
        var features = new List<short>();
        var values = new List<float>();
        var seconds = new List<int>();
        var open = new Stack<int>();
        foreach (var line in lines)
        {
            roots.Add(features.Count);
            var complete = false;
            foreach (var range in line.AsSpan().Split(' '))
            {
                var node = line.AsSpan(range);
                var at = node.IndexOf('<');
                if (complete)
                {
                    throw new FormatException("A tree goes on after its last leaf.");
                }

                if (at >= 0)
                {
                    open.Push(features.Count);
                }
                else if (open.TryPop(out var parent))
                {
                    // The node after a leaf is the second child of the last node that lacks one.
                    seconds[parent] = features.Count + 1;
                }
                else
                {
                    complete = true;
                }

                features.Add(at < 0 ? (short)-1 : short.Parse(node[..at], CultureInfo.InvariantCulture));
                values.Add(float.Parse(node[(at + 1)..], CultureInfo.InvariantCulture));
                seconds.Add(0);
            }

            if (!complete)
            {
                throw new FormatException("A tree ends before its last leaf.");
            }
        }

        return new BoostedTrees([.. roots], [.. features], [.. values], [.. seconds]);
    }

    /// <summary>Returns the probability for a row.</summary>
    public float Predict(ReadOnlySpan<float> row)
    {
        var sum = 0f;
        foreach (var root in _roots)
        {
            var node = root;
            while (_features[node] is >= 0 and var feature)
            {
                node = row[feature] <= _values[node] ? node + 1 : _seconds[node];
            }

            sum += _values[node];
        }

        return 1f / (1f + MathF.Exp(-sum));
    }
}
