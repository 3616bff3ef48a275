namespace Pipeline.Evaluation.Summaries;

/// <summary>
/// Learns what features of sentences are worth by ridge regression (Hoerl and Kennard, "Ridge Regression: Biased
/// Estimation for Nonorthogonal Problems", Technometrics 12, 1970) on what each sentence gains,
/// <see cref="TrainingArticle.Gains"/>, within its article.
/// </summary>
/// <param name="start">The weights that ship: those that are not learned stay as they are there.</param>
/// <param name="free">The places of the features that are learned.</param>
internal sealed class SentenceRegression(double[] start, IReadOnlyList<int> free)
{
    // For each article. Of 0.004 and 0.013 the smaller did better on ten parts of those learned from.
    private const double Penalty = 0.004;

    // What redundancy and leaning are set against by hand: the standard deviation of what a sentence is worth.
    private const double Deviation = 0.1;

    /// <summary>Learns weights, to three decimals. An article counts the same whatever its length.</summary>
    public double[] Learn(IReadOnlyList<TrainingArticle> articles)
    {
        var size = free.Count;
        var matrix = new double[size, size];
        var products = new double[size];
        foreach (var article in articles)
        {
            var rows = Centre([.. article.Table.Fit.Select(sentence => free.Select(place => article.Table.Row(sentence)[place]).ToArray())]);
            for (var i = 0; i < size; i++)
            {
                matrix[i, i] += Penalty;
                for (var s = 0; s < rows.Length; s++)
                {
                    products[i] += rows[s][i] * article.Gains[s] / rows.Length;
                    for (var j = 0; j < size; j++)
                    {
                        matrix[i, j] += rows[s][i] * rows[s][j] / rows.Length;
                    }
                }
            }
        }

        var solution = Solve((double[,])matrix.Clone(), products);
        var scale = Deviation / Math.Sqrt(Variance(matrix, solution, articles.Count));
        var learned = (double[])start.Clone();
        for (var i = 0; i < size; i++)
        {
            learned[free[i]] = Math.Round(solution[i] * scale, 3) + 0d;
        }

        return learned;
    }

    /// <summary>Returns the variance of what sentences are worth.</summary>
    private static double Variance(double[,] matrix, double[] weights, int articles)
    {
        var square = 0d;
        for (var i = 0; i < weights.Length; i++)
        {
            for (var j = 0; j < weights.Length; j++)
            {
                square += weights[i] * weights[j] * (matrix[i, j] - (i == j ? Penalty * articles : 0));
            }
        }

        return square / articles;
    }

    private static double[][] Centre(double[][] rows)
    {
        for (var place = 0; place < rows[0].Length; place++)
        {
            var mean = rows.Average(row => row[place]);
            foreach (var row in rows)
            {
                row[place] -= mean;
            }
        }

        return rows;
    }

    // Gauss's elimination; the penalty keeps the matrix positive definite, so that no pivot is 0.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                right[row] -= factor * right[pivot];
                for (var column = pivot; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < size; column++)
            {
                right[row] -= matrix[row, column] * right[column];
            }

            right[row] /= matrix[row, row];
        }

        return right;
    }
}
