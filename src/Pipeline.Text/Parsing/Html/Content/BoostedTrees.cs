using System.Globalization;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>A sum of decision trees, as gradient boosting makes it: rows of numbers to probabilities.</summary>
/// <remarks>
/// Written as one line a tree, its nodes in preorder, separated by spaces: <c>12&lt;0.5</c> is a node that goes to its first
/// child where feature 12 is at most 0.5, and a number alone is a leaf.
/// </remarks>
internal sealed class BoostedTrees
{
    // After how many trees it is asked whether to go on, and the logarithm of the odds that is enough. Chosen: hardly a block changes sides.
    private const int ExitInterval = 50;
    private const float NoDoubt = 3.5f;

    private readonly int[] _roots;

    // What one step needs stands together in memory.
    private readonly Node[] _nodes;

    private BoostedTrees(int[] roots, Node[] nodes) => (_roots, _nodes) = (roots, nodes);

    /// <summary>Gets the number of trees.</summary>
    public int Count => _roots.Length;

    /// <summary>Reads trees.</summary>
    /// <param name="lines">One line a tree.</param>
    /// <exception cref="FormatException">A line is no tree.</exception>
    public static BoostedTrees Parse(IEnumerable<string> lines)
    {
        var roots = new List<int>();
        var nodes = new List<Node>();
        var open = new Stack<int>();
        foreach (var line in lines)
        {
            roots.Add(nodes.Count);
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
                    open.Push(nodes.Count);
                }
                else if (open.TryPop(out var parent))
                {
                    // The node after a leaf is the second child of the last node that lacks one.
                    nodes[parent] = nodes[parent] with { Second = nodes.Count + 1 };
                }
                else
                {
                    complete = true;
                }

                nodes.Add(new Node(at < 0 ? -1 : int.Parse(node[..at], CultureInfo.InvariantCulture), float.Parse(node[(at + 1)..], CultureInfo.InvariantCulture), Second: 0));
            }

            if (!complete)
            {
                throw new FormatException("A tree ends before its last leaf.");
            }
        }

        return new BoostedTrees([.. roots], [.. nodes]);
    }

    /// <summary>Returns the probability for a row. Where the trees so far leave no doubt, the rest are not asked.</summary>
    /// <remarks>Cambazoglu et al., "Early exit optimizations for additive machine learned ranking systems", WSDM 2010.</remarks>
    public float Predict(ReadOnlySpan<float> row)
    {
        var sum = 0f;
        for (var tree = 0; tree < _roots.Length && (tree % ExitInterval != 0 || MathF.Abs(sum) < NoDoubt); tree++)
        {
            sum += Leaf(_roots[tree], row);
        }

        return 1f / (1f + MathF.Exp(-sum));
    }

    private float Leaf(int at, ReadOnlySpan<float> row)
    {
        var nodes = _nodes.AsSpan();
        ref readonly var node = ref nodes[at];
        while (node.Feature >= 0)
        {
            at = row[node.Feature] <= node.Value ? at + 1 : node.Second;
            node = ref nodes[at];
        }

        return node.Value;
    }

    /// <summary>A node of a tree.</summary>
    /// <param name="Feature">The number of the feature that decides, or -1 for a leaf.</param>
    /// <param name="Value">The threshold, or the leaf's value.</param>
    /// <param name="Second">The index of the second child; the first follows the node.</param>
    private readonly record struct Node(int Feature, float Value, int Second);
}
