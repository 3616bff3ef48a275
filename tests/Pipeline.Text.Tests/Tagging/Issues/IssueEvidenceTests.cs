using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Scoring;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

public sealed class IssueEvidenceTests
{
    private static readonly IssueTagger Family = new(IssueArticles.Parse(
        """
        { "formatVersion": 1, "concepts": [
          { "id": "drugs", "preferredLabel": "Drugs", "terms": ["narcotics"] },
          { "id": "fentanyl", "preferredLabel": "Fentanyl", "broader": ["drugs"] },
          { "id": "trade", "preferredLabel": "Trade", "terms": ["tariff"] },
          { "id": "taiwan", "preferredLabel": "Taiwan" }
        ] }
        """));

    [Fact]
    public void Tag_Mentions_ComeInTheOrderOfWhatTheyCarried()
    {
        const string Text = "Nothing new.\n\nTariffs rose. The tariff on steel stays.";

        var tag = Family.Tag(IssueArticles.Of(Text)).Single(tag => tag.Id == "trade");

        Assert.Equal(tag.Evidence.OrderByDescending(evidence => evidence.Share), tag.Evidence);
        Assert.All(tag.Evidence, evidence => Assert.Equal((EvidenceKind.Term, "tariff", null), (evidence.Kind, evidence.Term, evidence.Issue)));
        Assert.InRange(tag.Evidence.Sum(evidence => evidence.Share), 0.5, 1.001);
    }

    [Theory]
    [InlineData("(heart|lung) (disease|attack|)", "Two heart attacks.", "heart attack")]
    [InlineData("insurance (company|companies)", "Insurance companies.", "insurance company")]
    [InlineData("insurance (companies|company)", "Insurance companies.", "insurance companies")]
    [InlineData("{us} ... {china} (relation|tie)", "American and perhaps Chinese ties.", "American … Chinese tie")]
    public void Tag_Term_IsGivenByItsWords(string term, string text, string words) =>
        Assert.Equal(words, Assert.Single(Assert.Single(IssueArticles.Tagger($"\"{term}\"").Tag(IssueArticles.Of(text))).Evidence).Term);

    [Fact]
    public void Tag_MoreMentionsThanAreShown_ShowsTheStrongest()
    {
        var text = string.Concat(Enumerable.Repeat("Tax. ", EvidenceRanking.MaxMentions + 10)) + "A levy.";
        var tagger = IssueArticles.Tagger("""{ "text": "tax", "weight": 0.9 }, "levy" """);

        var evidence = Assert.Single(tagger.Tag(IssueArticles.Of(text, "Tax, tax, tax"))).Evidence;

        Assert.Equal(EvidenceRanking.MaxMentions, evidence.Count);
        Assert.Contains(evidence, mention => mention.Term == "levy");
        Assert.Contains(evidence, mention => mention.Start == 0);
    }

    [Fact]
    public void Tag_NarrowerIssue_IsEvidenceForTheBroaderOne()
    {
        const string Text = "Narcotics came up. Fentanyl kills, and fentanyl is cheap.";

        var tag = Family.Tag(IssueArticles.Of(Text, "Narcotics")).Single(tag => tag.Id == "drugs");

        Assert.Contains(tag.Evidence, evidence => evidence is { Issue: "fentanyl", Term: "Fentanyl" });
    }

    [Fact]
    public void Tag_SentenceThatListsSubjects_CountsMoreThanAPassingMention()
    {
        var filler = string.Concat(Enumerable.Repeat(" The hall was full all evening and nobody left.", 6));

        var listed = Score("The talks will cover many issues, including Taiwan, fentanyl, and tariffs." + filler);
        var passing = Score("The talks will be held on a lake in Taiwan, where fentanyl and tariffs are no matter." + filler);

        Assert.True(listed > passing, $"{listed} listed, {passing} in passing");
    }

    [Theory]
    [InlineData("Unlike the fentanyl trade, the case is small.")]
    [InlineData("It has nothing to do with fentanyl, they said.")]
    [InlineData("They met rather than fentanyl.")]
    [InlineData("It is not about rents in the town or the fentanyl, they said.")]
    [InlineData("They did not find any link between rents and fentanyl.")]
    [InlineData("The case was not linked to fentanyl.")]
    public void Tag_DeniedMention_ScoresLessThanAPlainOne(string text) =>
        Assert.True(Score(text, "fentanyl") < Score("They spoke of the fentanyl here, the case is small.", "fentanyl"));

    [Fact]
    public void Tag_LinkThatIsNotDenied_CountsInFull() =>
        Assert.Equal(Score("They did find a link between rents and fentanyl.", "fentanyl"), Score("They did find a case of rents and fentanyl.", "fentanyl"));

    [Theory]
    [InlineData("de", 0.99, false)]
    [InlineData("de", 0.5, true)]
    [InlineData("en", 0.99, true)]
    [InlineData(null, null, true)]
    public void Tag_Language_IsTaggedWhereTheTaxonomyCoversIt(string? language, double? confidence, bool isCovered)
    {
        var article = IssueArticles.Of("Fentanyl, fentanyl. " + string.Concat(Enumerable.Repeat("Es regnet. ", 20))) with { Language = language, LanguageConfidence = confidence };

        Assert.Equal(isCovered, IssueTagger.Covers(article));
        Assert.Equal(isCovered, Family.Tag(article).Count > 0);
    }

    [Theory]
    [InlineData("fen\u200Btanyl")]
    [InlineData("FENTANYL")]
    [InlineData("fe\u0301ntanyl")]
    public void Tag_WordsWithSignsInThem_GiveTheirOwnOffsets(string word)
    {
        var text = $"\u202Eעברית {word} 漢字 🙂. The {word} again.";

        var tag = Family.Tag(IssueArticles.Of(text)).Single(tag => tag.Id == "fentanyl");

        Assert.Equal([word, word], tag.Evidence.Where(evidence => evidence.Kind == EvidenceKind.Term).Select(evidence => text[evidence.Start..evidence.End]));
    }

    private static double Score(string text, string id = "taiwan") => Family.Tag(IssueArticles.Of(text)).FirstOrDefault(tag => tag.Id == id)?.Score ?? 0;
}
