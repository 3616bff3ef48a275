using Pipeline.Text.Tagging.Scoring;

namespace Pipeline.Evaluation.Training.Issues;

/// <summary>
/// Learns the weights of the features by gradient descent, with a penalty on the squares of what they differ from where they
/// start: of articles all of whose issues are known, by the loss of logistic regression; of articles with one label, by that of
/// the label among all labels (softmax), which says what comes first and not how likely it is (<see cref="ScoreCalibration"/>
/// sees to that afterwards). What speaks for an issue may not speak against it: such a weight becomes 0, so that one more
/// mention never lowers a score.
/// </summary>
internal static class WeightTraining
{
    private const int Rounds = 1_000;
    private const double Rate = 0.3;

    // Chosen by cross-validation on the development half.
    private const double Penalty = 2;
    private const double RankingShare = 0.2;

    // Long articles rarely list subjects, so they do not teach what lists and briefs are worth; briefs do. Chosen by hand, so that
    // a strong term named once in a brief, or in a list, is an issue of the article unless news name the issue everywhere.
    private const double AgendaWeight = 1;
    private const double BriefWeight = 2.6;

    // Who marks articles does not mark the broader issue beside the narrower one, so that it would come out as 0. Chosen as the
    // most that loses nothing by cross-validation on the development half.
    private const double NarrowerWeight = 0.3;

    // What the weights are without examples, which pull them from there. Chosen by hand.
    private static readonly Dictionary<IssueFeature, double> Start = new()
    {
        [IssueFeature.Bias] = -6,
        [IssueFeature.Density] = 0.7,
        [IssueFeature.Title] = 1,
        [IssueFeature.Lead] = 0.5,
        [IssueFeature.Agenda] = 0.5,
        [IssueFeature.Brief] = 0.5,
        [IssueFeature.Variety] = 0.5,
        [IssueFeature.WeakAlone] = -0.5,
        [IssueFeature.Dominance] = 1,
        [IssueFeature.Spread] = 0.5,
        [IssueFeature.Rarity] = 0.3,
        [IssueFeature.Narrower] = 0.3,
        [IssueFeature.Related] = 0.5,
        [IssueFeature.Broader] = 0.5,
        [IssueFeature.IsPart] = 0.5,
        [IssueFeature.Others] = 0,
        [IssueFeature.Words] = 2,
        [IssueFeature.WordsKnown] = 2,
        [IssueFeature.WordsBehind] = 0.5,
    };

    /// <summary>Learns.</summary>
    /// <param name="examples">The features of pairs of article and issue, and whether the article is about the issue.</param>
    /// <param name="rankings">Of each labelled article the features of the issues that stand for labels, and whether it is the article's own.</param>
    public static float[] Learn(
        IReadOnlyList<(IssueFeatures Features, bool IsRight)> examples, IReadOnlyList<IReadOnlyList<(IssueFeatures Features, bool IsRight)>> rankings)
    {
        double[] start = [.. Enumerable.Range(0, IssueFeatures.Count).Select(feature => Start[(IssueFeature)feature])];
        double[] weights = [.. start];
        var squares = new double[IssueFeatures.Count];
        var gradient = new double[IssueFeatures.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                gradient[i] = Penalty * (weights[i] - start[i]);
            }

            foreach (var (features, isRight) in examples)
            {
                Add(gradient, features, (1 / (1 + Math.Exp(-Sum(features, weights)))) - (isRight ? 1 : 0));
            }

            foreach (var ranking in rankings)
            {
                AddRanking(gradient, ranking, weights);
            }

            // Duchi, Hazan and Singer, "Adaptive Subgradient Methods" (JMLR 12, 2011): each feature has a rate of its own.
            for (var i = 0; i < weights.Length; i++)
            {
                squares[i] += gradient[i] * gradient[i];
                weights[i] -= squares[i] == 0 ? 0 : Rate * gradient[i] / Math.Sqrt(squares[i]);
                weights[i] = IsFree((IssueFeature)i) ? weights[i] : Math.Max(0, weights[i]);
            }
        }

        weights = ScoreCalibration.Fit(weights, examples);
        weights[(int)IssueFeature.Narrower] = NarrowerWeight;
        if (!AreBriefs(rankings))
        {
            weights[(int)IssueFeature.Agenda] = AgendaWeight;
            weights[(int)IssueFeature.Brief] = BriefWeight;
        }

        return [.. weights.Select(weight => (float)weight)];
    }

    /// <summary>Gives the logarithm of the odds.</summary>
    public static double Sum(IssueFeatures features, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * features[(IssueFeature)i];
        }

        return sum;
    }

    private static void AddRanking(double[] gradient, IReadOnlyList<(IssueFeatures Features, bool IsRight)> ranking, double[] weights)
    {
        double[] odds = [.. ranking.Select(candidate => Math.Exp(Sum(candidate.Features, weights)))];
        var all = odds.Sum();
        var own = odds.Zip(ranking, (value, candidate) => candidate.IsRight ? value : 0).Sum();
        if (own <= 0)
        {
            return;
        }

        for (var i = 0; i < odds.Length; i++)
        {
            Add(gradient, ranking[i].Features, RankingShare * ((odds[i] / all) - (ranking[i].IsRight ? odds[i] / own : 0)));
        }
    }

    private static bool AreBriefs(IReadOnlyList<IReadOnlyList<(IssueFeatures Features, bool IsRight)>> rankings) =>
        rankings.Count(ranking => ranking.Any(candidate => candidate.Features[IssueFeature.Brief] > 0)) * 2 > rankings.Count;

    private static void Add(double[] gradient, IssueFeatures features, double factor)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] += factor * features[(IssueFeature)i];
        }
    }

    private static bool IsFree(IssueFeature feature) => feature is IssueFeature.Bias or IssueFeature.WeakAlone or IssueFeature.Others or IssueFeature.WordsKnown;
}
