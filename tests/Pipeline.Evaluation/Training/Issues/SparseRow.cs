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
}
