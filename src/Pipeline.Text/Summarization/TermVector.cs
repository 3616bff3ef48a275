namespace Pipeline.Text.Summarization;

/// <summary>The weighted terms of a sentence, of length 1; or empty.</summary>
internal sealed class TermVector
{
    private readonly int[] _ids;
    private readonly double[] _weights;

    private TermVector(int[] ids, double[] weights)
    {
        _ids = ids;
        _weights = weights;
    }

    /// <summary>Gets the product with itself: 1, or 0 where no term counts.</summary>
    public double SquaredLength { get; private init; }

    /// <summary>Creates the vector of some terms.</summary>
    /// <param name="terms">The terms, in any order; repeated ones count again.</param>
    /// <param name="importance">Each term's weight by its number.</param>
    public static TermVector Create(List<int> terms, double[] importance)
    {
        terms.Sort();
        var ids = new List<int>(terms.Count);
        var weights = new List<double>(terms.Count);
        foreach (var term in terms)
        {
            if (ids.Count > 0 && ids[^1] == term)
            {
                weights[^1] += importance[term];
            }
            else
            {
                ids.Add(term);
                weights.Add(importance[term]);
            }
        }

        var norm = Math.Sqrt(weights.Sum(weight => weight * weight));
        return norm > 0
            ? new TermVector([.. ids], [.. weights.Select(weight => weight / norm)]) { SquaredLength = 1 }
            : new TermVector([], []);
    }

    /// <summary>Returns the cosine between two vectors, from 0 to 1.</summary>
    /// <param name="other">The other vector.</param>
    public double Similarity(TermVector other)
    {
        var sum = 0d;
        for (int i = 0, j = 0; i < _ids.Length && j < other._ids.Length;)
        {
            if (_ids[i] == other._ids[j])
            {
                sum += _weights[i++] * other._weights[j++];
            }
            else if (_ids[i] < other._ids[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    /// <summary>Returns the terms that weigh most, with their weights; of equal ones those of lower numbers.</summary>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<(int Term, double Weight)> Strongest(int count) =>
        [.. _ids.Zip(_weights).Where(item => item.Second > 0).OrderByDescending(item => item.Second).Take(count)];

    /// <summary>Returns the product with a dense vector.</summary>
    /// <param name="dense">One number for each term.</param>
    public double Product(double[] dense)
    {
        var sum = 0d;
        for (var i = 0; i < _ids.Length; i++)
        {
            sum += _weights[i] * dense[_ids[i]];
        }

        return sum;
    }

    /// <summary>Adds this vector to a dense one.</summary>
    /// <param name="dense">One number for each term.</param>
    /// <param name="factor">How often it is added.</param>
    public void AddTo(double[] dense, double factor)
    {
        for (var i = 0; i < _ids.Length; i++)
        {
            dense[_ids[i]] += factor * _weights[i];
        }
    }
}
