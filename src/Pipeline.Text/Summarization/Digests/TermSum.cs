namespace Pipeline.Text.Summarization.Digests;

/// <summary>The sum of the weighted terms of several articles.</summary>
internal sealed class TermSum
{
    private readonly Dictionary<int, double> _weights = [];
    private double _square;

    /// <summary>Gets the length of the sum as a vector.</summary>
    public double Length => Math.Sqrt(_square);

    /// <summary>Returns what a term weighs; 0 where no article has it.</summary>
    public double WeightOf(int term) => _weights.GetValueOrDefault(term);

    /// <summary>Adds a term.</summary>
    /// <param name="term">The term.</param>
    /// <param name="weight">Its weight.</param>
    /// <returns>Whether no article had it before.</returns>
    public bool Add(int term, double weight)
    {
        var known = _weights.TryGetValue(term, out var before);
        _weights[term] = before + weight;
        _square += ((before + weight) * (before + weight)) - (before * before);
        return !known;
    }

    /// <summary>Returns the cosine between the sum and some terms, from 0 to 1; null where one of the two is empty.</summary>
    /// <param name="terms">The terms with their weights, of length 1.</param>
    public double? Similarity(IReadOnlyList<(int Term, double Weight)> terms)
    {
        if (terms.Count == 0 || _weights.Count == 0)
        {
            return null;
        }

        var product = 0d;
        foreach (var (term, weight) in terms)
        {
            product += weight * WeightOf(term);
        }

        return product / Length;
    }
}
