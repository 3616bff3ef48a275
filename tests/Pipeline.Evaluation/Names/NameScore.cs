namespace Pipeline.Evaluation.Names;

/// <summary>How many names were found that are labelled, found that are not, and missed.</summary>
internal sealed class NameScore
{
    private int _right;
    private int _wrong;
    private int _missed;

    /// <summary>Gets the share of the found names that are labelled.</summary>
    public double Precision => _right + _wrong == 0 ? 0 : (double)_right / (_right + _wrong);

    /// <summary>Gets the share of the labelled names that were found.</summary>
    public double Recall => _right + _missed == 0 ? 0 : (double)_right / (_right + _missed);

    /// <summary>Gets the harmonic mean of both.</summary>
    public double F1 => _right == 0 ? 0 : 2.0 * _right / ((2 * _right) + _wrong + _missed);

    /// <summary>Counts the names of a sentence or an article.</summary>
    /// <typeparam name="T">What is the same where two names are.</typeparam>
    /// <param name="labelled">The labelled names.</param>
    /// <param name="found">The names found.</param>
    public void Add<T>(IReadOnlySet<T> labelled, IReadOnlySet<T> found)
    {
        var right = found.Count(labelled.Contains);
        _right += right;
        _wrong += found.Count - right;
        _missed += labelled.Count - right;
    }
}
