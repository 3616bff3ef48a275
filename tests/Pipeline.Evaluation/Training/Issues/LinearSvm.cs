namespace Pipeline.Evaluation.Training.Issues;

/// <summary>
/// Learns a linear classifier with the squared hinge loss by dual coordinate descent: Hsieh, Chang, Lin, Keerthi and
/// Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM" (ICML 2008), algorithm 1.
/// </summary>
/// <param name="cost">What an error costs against the length of the weights (C). Above 0.</param>
internal sealed class LinearSvm(double cost)
{
    private const int MaxRounds = 40;

    // The paper's own stopping rule, less strict: margins differ in the third digit by then.
    private const double Tolerance = 0.02;

    // The order of the examples is drawn anew each round; a fixed seed makes the outcome one of the data alone.
    private const int Seed = 1;

    /// <summary>Learns.</summary>
    /// <param name="rows">The examples.</param>
    /// <param name="isPositive">Whether each example is one of the class.</param>
    /// <param name="features">How many features there are.</param>
    /// <returns>The weights; the bias is the last.</returns>
    public double[] Learn(IReadOnlyList<SparseRow> rows, Func<int, bool> isPositive, int features)
    {
        var weights = new double[features + 1];
        var alphas = new double[rows.Count];
        var diagonal = 1 / (2 * cost);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new Random(Seed);
        for (var round = 0; round < MaxRounds; round++)
        {
            random.Shuffle(order);
            var largest = 0.0;
            foreach (var i in order)
            {
                var sign = isPositive(i) ? 1 : -1;
                var gradient = (sign * (rows[i].Product(weights) + weights[^1])) - 1 + (diagonal * alphas[i]);
                var projected = alphas[i] == 0 ? Math.Min(gradient, 0) : gradient;
                largest = Math.Max(largest, Math.Abs(projected));
                if (projected == 0)
                {
                    continue;
                }

                var before = alphas[i];
                alphas[i] = Math.Max(0, before - (gradient / (rows[i].SquaredLength + 1 + diagonal)));
                rows[i].AddTo(weights, (alphas[i] - before) * sign);
                weights[^1] += (alphas[i] - before) * sign;
            }

            if (largest < Tolerance)
            {
                break;
            }
        }

        return weights;
    }
}
