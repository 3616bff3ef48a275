using Pipeline.Evaluation.Topics;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tests.Tagging.Issues;
using Xunit;

namespace Pipeline.Text.Tests.Evaluation;

/// <summary>The figures are those that the scorer in Python gives of the same labels and tags.</summary>
public sealed class TopicScoreTests
{
    private static readonly TaggedTopic[] Articles =
    [
        Tagged("a", ("a1", 0.9), ("b1", 0.5)),
        Tagged("b", ("a2", 0.5), ("b1", 0.5), ("c1", 0.2)),
        Tagged("b", ("a1", 0.9), ("c1", 0.8), ("d1", 0.7), ("b2", 0.6)),
        Tagged("c"),
        Tagged("zz", ("a1", 0.9)),
        Tagged("d", ("x", 0.9), ("d1", 0.3), ("a1", 0.4)),
        Tagged("a", ("a2", 0.7), ("b2", 0.4), ("y", 0.4)),
    ];

    [Fact]
    public void Of_Tags_ScoresAsThePublishedScorerDoes()
    {
        var score = TopicScore.Of(Articles, ReadCrosswalk("""{"a":["a1","a2"],"b":["b1","b2"],"c":["c1"],"d":["d1"]}"""));

        Assert.Equal(6, score.N);
        Assert.Equal(1, score.Skipped);
        Assert.Equal(0.3333, score.Top1, 4);
        Assert.Equal(0.6667, score.Top3, 4);
        Assert.Equal(0.1667, score.NoIssue, 4);
        Assert.Equal(2.5, score.TagsPerArticle, 2);
        Assert.Equal(0.25, score.MacroTop1, 4);
    }

    [Fact]
    public void Of_Gold_CountsPairsOfArticleAndIssue()
    {
        var score = GoldScore.Of([(["a", "b"], ["a", "c"]), ([], ["a"]), (["d", "e", "f"], ["e", "d"])]);

        Assert.Equal(new GoldScore(Right: 3, Given: 5, Wanted: 5), score);
        Assert.Equal(0.6, score.Precision, 12);
        Assert.Equal(0.6, score.Recall, 12);
    }

    [Theory]
    [InlineData(Crosswalk.AllSides, 56)]
    [InlineData(Crosswalk.NewYorkTimes, 26)]
    public void Read_CrosswalkOfTheProject_NamesIssuesOfTheTaxonomy(string name, int labels)
    {
        var crosswalk = Crosswalk.Read(name, Taxonomy.LoadBuiltIn());

        Assert.Equal(labels, crosswalk.Issues.Count);
        Assert.All(crosswalk.Issues.Values, Assert.NotEmpty);
        Assert.Equal(crosswalk.Issues.Count, crosswalk.Issues.Values.Select(ids => ids[0]).Distinct().Count());
    }

    private static TaggedTopic Tagged(string label, params (string Id, double Score)[] issues) =>
        new(label, issues.ToDictionary(issue => issue.Id, issue => issue.Score));

    private static Crosswalk ReadCrosswalk(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            return Crosswalk.Read(path, IssueArticles.Parse(
                """{ "formatVersion": 1, "concepts": [{"id":"a1","preferredLabel":"A1"},{"id":"a2","preferredLabel":"A2"},{"id":"b1","preferredLabel":"B1"},{"id":"b2","preferredLabel":"B2"},{"id":"c1","preferredLabel":"C1"},{"id":"d1","preferredLabel":"D1"}] }"""));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
