namespace Pipeline.Evaluation.Topics;

/// <summary>What tags of a score and more are worth: how precision is bought by recall, and whether a score means a probability.</summary>
/// <param name="AtLeast">The least score.</param>
/// <param name="Score">How the tags from there on compare with all issues.</param>
/// <param name="RightInBand">The part that is right of the tags from here to the next threshold.</param>
internal sealed record GoldThreshold(double AtLeast, GoldScore Score, double RightInBand)
{
    private static readonly double[] Thresholds = [0.5, 0.6, 0.7, 0.8, 0.9];

    /// <summary>Scores the tags from each threshold on, the lowest first.</summary>
    /// <param name="articles">The issues of each article, and the scores of its tags by id.</param>
    public static IReadOnlyList<GoldThreshold> Of(IReadOnlyList<(GoldIssues Gold, IReadOnlyDictionary<string, double> Tags)> articles)
    {
        GoldScore[] scores = [.. Thresholds.Select(threshold => ScoreFrom(articles, threshold)), new GoldScore(0, 0, 0)];
        return [.. Thresholds.Select((threshold, i) => new GoldThreshold(threshold, scores[i], new GoldScore(scores[i].Right - scores[i + 1].Right, scores[i].Given - scores[i + 1].Given, 0).Precision))];
    }

    private static GoldScore ScoreFrom(IReadOnlyList<(GoldIssues Gold, IReadOnlyDictionary<string, double> Tags)> articles, double threshold) => GoldScore.Of(
        articles.Select(article => (article.Gold.Issues, article.Gold.WithoutAllowed(article.Tags.Where(tag => tag.Value >= threshold).Select(tag => tag.Key)))));
}
