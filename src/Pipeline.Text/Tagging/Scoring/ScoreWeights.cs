namespace Pipeline.Text.Tagging.Scoring;

/// <summary>Turns the features of an issue into the probability that the article is about it: logistic regression, one set of weights for all issues.</summary>
/// <param name="values">The weight of each of <see cref="IssueFeature"/>.</param>
internal sealed class ScoreWeights(float[] values)
{
    /// <summary>Gets the weight of a feature.</summary>
    public float this[IssueFeature feature] => values[(int)feature];

    /// <summary>Gives the probability.</summary>
    /// <param name="features">The features.</param>
    /// <returns>From 0 to 1.</returns>
    public double Score(in IssueFeatures features) => 1 / (1 + Math.Exp(-Sum(features, 0, IssueFeatures.Count)));

    /// <summary>Gives what the taxonomy's own terms of the issue add to the logarithm of the odds; 0 or more.</summary>
    /// <param name="features">The features.</param>
    public double OfTerms(in IssueFeatures features) =>
        Math.Max(0, Sum(features, (int)IssueFeature.Density, (int)IssueFeature.Narrower));

    private double Sum(in IssueFeatures features, int first, int end)
    {
        var sum = 0.0;
        for (var i = first; i < end; i++)
        {
            sum += values[i] * features[(IssueFeature)i];
        }

        return sum;
    }
}
