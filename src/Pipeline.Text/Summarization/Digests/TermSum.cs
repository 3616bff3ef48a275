namespace Pipeline.Text.Summarization.Digests;

/// <summary>The sum of the weighted terms of several articles.</summary>
internal sealed class TermSum
{
    private readonly IReadOnlyList<(int Term, double Weight)> _first;
    private Dictionary<int, double>? _weights;
    private double _square;

    /// <summary>Creates the sum of one article.</summary>
    /// <param name="first">The article's terms, each once.</param>
    public TermSum(IReadOnlyList<(int Term, double Weight)> first)
    {
        _first = first;
        _square = first.Sum(term => term.Weight * term.Weight);
    }

    /// <summary>Gets the length of the sum as a vector.</summary>
    public double Length => Math.Sqrt(_square);

    // Most sums are of one article and never asked for a term.
    private Dictionary<int, double> Weights => _weights ??= _first.ToDictionary(term => term.Term, term => term.Weight);

    /// <summary>Adds a term of another article.</summary>
    /// <param name="term">The term.</param>
    /// <param name="weight">Its weight.</param>
    /// <returns>What the term weighs now, and whether no article had it before.</returns>
    public (double Weight, bool IsNew) Add(int term, double weight)
    {
        var isKnown = Weights.TryGetValue(term, out var before);
        Weights[term] = before + weight;
        _square += ((before + weight) * (before + weight)) - (before * before);
        return (before + weight, !isKnown);
    }

    /// <summary>Returns the cosine between the sum and some terms, from 0 to 1; null where one of the two is empty.</summary>
    /// <param name="terms">The terms with their weights, of length 1.</param>
    public double? Similarity(IReadOnlyList<(int Term, double Weight)> terms)
    {
        if (terms.Count == 0 || Weights.Count == 0)
        {
            return null;
        }

        var product = 0d;
        foreach (var (term, weight) in terms)
        {
            product += weight * Weights.GetValueOrDefault(term);
        }

        return product / Length;
    }
}
