using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

/// <summary>What mentions are worth, by what stands around them.</summary>
public sealed class IssueScoringTests
{
    private const string Strait = "The ships left the harbour on Monday and came back in the evening. ";

    private static readonly IssueTagger Four = new(IssueArticles.Parse(
        """
        {
          "formatVersion": 1,
          "concepts": [
            { "id": "fentanyl", "preferredLabel": "fentanyl" }, { "id": "tariffs", "preferredLabel": "tariff" },
            { "id": "visas", "preferredLabel": "visa" }, { "id": "fishing", "preferredLabel": "fishing" }
          ]
        }
        """));

    [Fact]
    public void Tag_FewSubjectsInList_AreNoAgenda()
    {
        var three = ScoreOf(Four, "fentanyl", Strait + "The talks will cover issues, including a tariff, a visa, and fentanyl.");
        var four = ScoreOf(Four, "fentanyl", Strait + "The talks will cover issues, including a tariff, fishing, a visa, and fentanyl.");

        Assert.True(three < four);
    }

    [Fact]
    public void Tag_LongText_IsNoBrief()
    {
        var tagger = IssueArticles.Tagger("\"fentanyl\"");

        Assert.Single(tagger.Tag(IssueArticles.Of(Text(300))));
        Assert.Empty(tagger.Tag(IssueArticles.Of(Text(370))));

        static string Text(int words) => string.Concat(Enumerable.Repeat("They spoke of other things then.\n\n", words / 6)) + "Fentanyl came up.";
    }

    [Fact]
    public void Tag_NarrowerIssue_RaisesTheBroader()
    {
        var related = IssueArticles.Parse("""{ "formatVersion": 1, "concepts": [{ "id": "storms", "preferredLabel": "storm" }, { "id": "hurricanes", "preferredLabel": "hurricane", "broader": ["storms"] }] }""");
        var apart = IssueArticles.Parse("""{ "formatVersion": 1, "concepts": [{ "id": "storms", "preferredLabel": "storm" }, { "id": "hurricanes", "preferredLabel": "hurricane" }] }""");
        const string Text = Strait + "The storm came late. Hurricane after hurricane came.";

        var raised = Assert.Single(new IssueTagger(related).Tag(IssueArticles.Of(Text)), tag => tag.Id == "storms");

        Assert.True(raised.Score > ScoreOf(new IssueTagger(apart), "storms", Text));
        Assert.Contains(raised.Evidence, evidence => evidence.Issue == "hurricanes");
    }

    private static double ScoreOf(IssueTagger tagger, string id, string text) =>
        tagger.Tag(IssueArticles.Of(text)).FirstOrDefault(tag => tag.Id == id)?.Score ?? 0;
}
