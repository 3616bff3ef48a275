using Pipeline.Evaluation.Training.Issues;
using Pipeline.Text.Tagging.Scoring;
using Xunit;

namespace Pipeline.Text.Tests.Evaluation;

public sealed class ScoreCalibrationTests
{
    [Fact]
    public void Fit_Scores_MeanHowManyAreRight()
    {
        var weights = new double[IssueFeatures.Count];
        weights[(int)IssueFeature.Bias] = 2;
        weights[(int)IssueFeature.Title] = 5;

        // One in ten without the title is right, and three in four with it.
        var examples = Examples(title: 0, right: 1, all: 10).Concat(Examples(title: 1, right: 3, all: 4)).ToList();
        var fitted = new ScoreWeights([.. ScoreCalibration.Fit(weights, examples).Select(weight => (float)weight)]);

        Assert.Equal(0.1, fitted.Score(Features(0)), 4);
        Assert.Equal(0.75, fitted.Score(Features(1)), 4);
    }

    private static IEnumerable<(IssueFeatures Features, bool IsRight)> Examples(double title, int right, int all) =>
        Enumerable.Range(0, all).Select(i => (Features(title), i < right));

    private static IssueFeatures Features(double title)
    {
        var features = default(IssueFeatures);
        features[IssueFeature.Bias] = 1;
        features[IssueFeature.Title] = title;
        return features;
    }
}
