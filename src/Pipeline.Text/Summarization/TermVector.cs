namespace Pipeline.Text.Summarization;

/// <summary>The weighted terms of a sentence, of length 1; or empty.</summary>
internal sealed class TermVector
{
    private const int MaxStackTerms = 256;

    private static readonly TermVector Empty = new([], []);

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
    public static TermVector Create(ReadOnlySpan<int> terms, double[] importance)
    {
        var sorted = terms.Length <= MaxStackTerms ? stackalloc int[terms.Length] : new int[terms.Length];
        terms.CopyTo(sorted);
        sorted.Sort();
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            count += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        var ids = new int[count];
        var weights = new double[count];
        var last = -1;
        for (var i = 0; i < sorted.Length; i++)
        {
            last += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            ids[last] = sorted[i];
            weights[last] += importance[sorted[i]];
        }

        var norm = Math.Sqrt(weights.Sum(weight => weight * weight));
        if (norm <= 0)
        {
            return Empty;
        }

        for (var i = 0; i < count; i++)
        {
            weights[i] /= norm;
        }

        return new TermVector(ids, weights) { SquaredLength = 1 };
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
    public IReadOnlyList<(int Term, double Weight)> Strongest(int count)
    {
        var items = new (int Term, double Weight)[_ids.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = (_ids[i], _weights[i]);
        }

        Array.Sort(items, static (a, b) => b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight) : a.Term.CompareTo(b.Term));
        var positive = Array.FindIndex(items, item => item.Weight <= 0);
        return items[..Math.Min(count, positive < 0 ? items.Length : positive)];
    }

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
