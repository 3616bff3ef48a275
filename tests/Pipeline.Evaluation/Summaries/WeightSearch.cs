namespace Pipeline.Evaluation.Summaries;

/// <summary>
/// Learns weights that make ROUGE high: coordinate ascent on samples of the tasks, drawn with replacement, and the mean of
/// what comes out (L. Breiman, "Bagging Predictors", Machine Learning 24, 1996).
/// </summary>
/// <param name="start">Where the search starts.</param>
/// <param name="free">The places of the weights that are learned; the others stay.</param>
/// <param name="samples">How many samples are learned from.</param>
internal sealed class WeightSearch(double[] start, IReadOnlyList<int> free, int samples)
{
    /// <summary>How many samples are enough.</summary>
    public const int DefaultSamples = 16;

    // How often each weight is tried at most; the search mostly ends by itself before.
    private const int Rounds = 5;

    private static readonly double[] Steps = [-0.3, -0.1, -0.03, 0.03, 0.1, 0.3];

    /// <summary>Learns weights, to three decimals.</summary>
    public double[] Learn(IReadOnlyList<ITrainingTask> tasks)
    {
        var found = Enumerable.Range(0, samples).AsParallel().AsOrdered().Select(sample =>
        {
            var random = new Random(sample);
            return Climb([.. tasks.Select(_ => tasks[random.Next(tasks.Count)])], random);
        }).ToList();
        return [.. start.Select((_, i) => Math.Round(found.Average(weights => weights[i]), 3))];
    }

    private double[] Climb(List<ITrainingTask> tasks, Random random)
    {
        double[] weights = [.. start];
        var best = Score(tasks, weights);
        for (var round = 0; round < Rounds; round++)
        {
            var before = best;
            foreach (var i in free.OrderBy(_ => random.Next()).ToList())
            {
                var from = weights[i];
                var to = from;
                foreach (var step in Steps)
                {
                    weights[i] = from + step;
                    var score = Score(tasks, weights);
                    if (score > best)
                    {
                        (best, to) = (score, weights[i]);
                    }
                }

                weights[i] = to;
            }

            if (best <= before)
            {
                break;
            }
        }

        return weights;
    }

    private static double Score(IReadOnlyList<ITrainingTask> tasks, double[] weights) => tasks.Average(task => task.Score(weights));
}
