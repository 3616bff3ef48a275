using System.Text.Json.Serialization;

namespace Pipeline.Evaluation.Topics;

/// <summary>
/// How often the label of an article is the first, or among the first three, that its tags name. A label's score is the best
/// of its issues; of equal ones the first of the crosswalk counts. Articles whose label the crosswalk lacks are left out.
/// </summary>
/// <param name="N">How many articles count.</param>
/// <param name="Skipped">How many were left out.</param>
/// <param name="Top1">The part whose label is first.</param>
/// <param name="Top3">The part whose label is among the first three.</param>
/// <param name="NoIssue">The part without a tag.</param>
/// <param name="TagsPerArticle">The mean number of tags.</param>
/// <param name="MacroTop1">The mean over the labels of the part whose label is first.</param>
internal sealed record TopicScore(int N, int Skipped, double Top1, double Top3, double NoIssue, double TagsPerArticle, double MacroTop1)
{
    private const int First = 3;

    /// <summary>Gets how each label came out.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Label, int N, double Top1, double Top3)> Labels { get; private init; } = [];

    /// <summary>Scores tags.</summary>
    public static TopicScore Of(IReadOnlyList<TaggedTopic> articles, Crosswalk crosswalk)
    {
        var scored = articles.Where(article => crosswalk.Issues.ContainsKey(article.Label)).ToList();
        var ranks = scored.Select(article => (article.Label, Rank: Rank(article, crosswalk))).ToList();
        (string Label, int N, double Top1, double Top3)[] labels =
        [
            .. ranks.GroupBy(item => item.Label, StringComparer.Ordinal)
                .Select(label => (label.Key, label.Count(), label.Average(item => item.Rank < 1 ? 1.0 : 0), label.Average(item => item.Rank < First ? 1.0 : 0))),
        ];
        return new TopicScore(
            scored.Count,
            articles.Count - scored.Count,
            Mean(ranks.Select(item => item.Rank < 1 ? 1.0 : 0)),
            Mean(ranks.Select(item => item.Rank < First ? 1.0 : 0)),
            Mean(scored.Select(article => article.Issues.Count == 0 ? 1.0 : 0)),
            Mean(scored.Select(article => (double)article.Issues.Count)),
            Mean(labels.Select(label => label.Top1)))
        {
            Labels = labels,
        };
    }

    /// <summary>Counts the labels before an article's own; one without a score is last.</summary>
    private static int Rank(TaggedTopic article, Crosswalk crosswalk)
    {
        var own = BestOf(crosswalk.Issues[article.Label], article.Issues);
        if (own <= 0)
        {
            return int.MaxValue;
        }

        var isBefore = true;
        var rank = 0;
        foreach (var (label, ids) in crosswalk.Issues)
        {
            if (label == article.Label)
            {
                isBefore = false;
            }
            else if (BestOf(ids, article.Issues) is var best && (best > own || (best == own && isBefore)))
            {
                rank++;
            }
        }

        return rank;
    }

    private static double BestOf(IReadOnlyList<string> ids, IReadOnlyDictionary<string, double> scores) =>
        ids.Max(id => scores.GetValueOrDefault(id));

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty().Average();
}
