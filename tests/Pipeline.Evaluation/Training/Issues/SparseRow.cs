namespace Pipeline.Evaluation.Training.Issues;

/// <summary>A vector of which most values are 0.</summary>
/// <param name="Features">The features that have a value, in order.</param>
/// <param name="Values">Their values.</param>
internal sealed record SparseRow(int[] Features, float[] Values)
{
    /// <summary>Gets the square of the length.</summary>
    public double SquaredLength { get; } = Values.Sum(value => (double)value * value);

    /// <summary>Multiplies with another vector.</summary>
    public double Product(double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < Features.Length; i++)
        {
            sum += other[Features[i]] * Values[i];
        }

        return sum;
    }

    /// <summary>Adds a multiple of this vector to another one.</summary>
    public void AddTo(double[] other, double factor)
    {
        for (var i = 0; i < Features.Length; i++)
        {
            other[Features[i]] += factor * Values[i];
        }
    }

    /// <summary>Keeps some of the features, under new numbers, and makes the length of the words 1 again.</summary>
    /// <param name="numbers">The new number of each feature, in the same order; -1 for those that are left out.</param>
    /// <param name="words">How many of the features, from the first, are words.</param>
    public SparseRow Project(int[] numbers, int words)
    {
        int[] kept = [.. Enumerable.Range(0, Features.Length).Where(i => numbers[Features[i]] >= 0)];
        var length = MathF.Sqrt(kept.Where(i => Features[i] < words).Sum(i => Values[i] * Values[i]));
        return new SparseRow([.. kept.Select(i => numbers[Features[i]])], [.. kept.Select(i => Features[i] < words ? Values[i] / length : Values[i])]);
    }
}
