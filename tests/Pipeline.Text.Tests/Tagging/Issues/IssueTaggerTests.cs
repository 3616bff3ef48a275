using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

public sealed class IssueTaggerTests
{
    [Theory]
    [InlineData("U.S.-China relations froze.", "U.S.-China relations")]
    [InlineData("US–China relations froze.", "US–China relations")]
    [InlineData("The American–Chinese tie froze.", "American–Chinese tie")]
    [InlineData("Chinese relations froze.", "")]
    [InlineData("The United States, China, relations and ties.", "")]
    public void Tag_WordSets_MatchInAnyCombination(string text, string expected) =>
        Assert.Equal(expected, IssueArticles.Tagger("\"{us} {china} (relation|tie)\"").Evidence(text));

    [Theory]
    [InlineData("The spy balloon fell.", "spy balloon")]
    [InlineData("The spy-balloon fell.", "spy-balloon")]
    [InlineData("Two spy balloons fell.", "spy balloons")]
    [InlineData("The “spy” balloon’s path.", "spy” balloon")]
    [InlineData("THE SPY BALLOON FELL DOWN.", "SPY BALLOON")]
    [InlineData("A spy. Balloon sales rose.", "")]
    [InlineData("A balloon spy.", "")]
    public void Tag_Phrase_MatchesItsForms(string text, string expected) =>
        Assert.Equal(expected, IssueArticles.Tagger("\"spy balloon\"").Evidence(text));

    [Theory]
    [InlineData("AI is here.", "AI")]
    [InlineData("A.I. is here.", "A.I.")]
    [InlineData("The ai of it.", "")]
    [InlineData("WHAT AI WILL DO NEXT", "")]
    public void Tag_Acronym_MatchesCapitalsOnly(string text, string expected) =>
        Assert.Equal(expected, IssueArticles.Tagger("\"AI\"").Evidence(text));

    [Theory]
    [InlineData("The Fed met.", "Fed")]
    [InlineData("He was fed.", "")]
    public void Tag_CaseMatch_MatchesNameOnly(string text, string expected) =>
        Assert.Equal(expected, IssueArticles.Tagger("""{ "text": "Fed", "case": "match" }""").Evidence(text));

    [Theory]
    [InlineData("Russia launched a full-scale invasion of Ukraine.", "Russia launched a full-scale invasion of Ukraine")]
    [InlineData("Russia’s invading of Ukraine goes on.", "")]
    [InlineData("Russia met. The invasion of Ukraine went on.", "")]
    [InlineData("Russia said on a cold and rainy Monday that the invasion of Ukraine went on.", "")]
    public void Tag_Gap_ReachesAFewWordsOfTheSentence(string text, string expected) =>
        Assert.Equal(expected, IssueArticles.Tagger("\"Russia ... invasion ... Ukraine\"").Evidence(text));

    [Theory]
    [InlineData("noun", "The strikes began. He struck.", "strikes")]
    [InlineData("verb", "The strikes began. He struck.", "strikes|struck")]
    [InlineData("none", "The strikes began. He struck.", "")]
    public void Tag_Inflection_DecidesForms(string inflection, string text, string expected) =>
        Assert.Equal(expected, IssueArticles.Tagger($$"""{ "text": "strike", "inflect": "{{inflection}}" }""").Evidence(text));

    [Theory]
    [InlineData("sentence", "China wants military ties. Talks began.\n\nOther news.", "military ties")]
    [InlineData("sentence", "China met. It wants military ties.", "")]
    [InlineData("paragraph", "China met. It wants military ties.", "military ties")]
    [InlineData("paragraph", "China met.\n\nIt wants military ties.", "")]
    [InlineData("article", "China met.\n\nIt wants military ties.", "military ties")]
    [InlineData("article", "It wants military ties.", "")]
    public void Tag_RequiredContext_MustBeInScope(string within, string text, string expected)
    {
        var tagger = IssueArticles.Tagger($$"""{ "text": "military ties", "kind": "needs-context", "requires": ["{china}"], "within": "{{within}}" }""");

        Assert.Equal(expected, tagger.Evidence(text));
    }

    [Fact]
    public void Tag_RequiredContextInTitle_CountsForTheArticle()
    {
        var tagger = IssueArticles.Tagger("""{ "text": "military ties", "kind": "needs-context", "requires": ["{china}"], "within": "article" }""");

        Assert.Equal("military ties", tagger.Evidence("It wants military ties.", title: "China speaks"));
    }

    [Theory]
    [InlineData("The strike hit a base. A missile fell.", "")]
    [InlineData("The strike hit a plant. A union spoke.", "strike")]
    public void Tag_ExcludedContext_StopsTheTerm(string text, string expected) =>
        Assert.Equal(expected, IssueArticles.Tagger("""{ "text": "strike", "excludes": ["missile"] }""").Evidence(text));

    [Fact]
    public void Tag_NeedsContextWithoutRequires_NeedsAnotherTerm()
    {
        var tagger = IssueArticles.Tagger("""{ "text": "shots", "kind": "needs-context" }, "vaccine" """);

        Assert.Equal("", tagger.Evidence("The shots came late."));
        Assert.Equal("vaccine|shots", tagger.Evidence("The vaccine is here. The shots came late."));
    }

    [Fact]
    public void Tag_Exception_HidesTheTermInIt()
    {
        var tagger = IssueArticles.Tagger("\"trade\"", "\"except\": [\"World Trade Center\"],");

        Assert.Equal("trade", tagger.Evidence("The World Trade Center opened to trade."));
    }

    [Fact]
    public void Tag_OverlappingTerms_LongestWins()
    {
        var tagger = IssueArticles.Tagger("\"war\", \"trade war\", \"trade war talks\"");

        Assert.Equal("trade war talks|war", tagger.Evidence("The trade war talks are no war."));
    }

    [Fact]
    public void Tag_TermThatReachesAcrossAGap_DoesNotHideOneThatNamesAsMuch()
    {
        var tagger = IssueArticles.Tagger("\"war (in|on) ... Gaza\", \"Gaza war\"");

        Assert.Equal("Gaza war", tagger.Evidence("They spoke of the war in Ukraine, the Gaza war and trade."));
        Assert.Equal("war in and around Gaza", tagger.Evidence("They spoke of the war in and around Gaza."));
    }

    [Fact]
    public void Tag_TermThatReachesAcrossAGap_HidesOneThatNamesLess()
    {
        var tagger = IssueArticles.Tagger("\"China ... military ties\", { \"text\": \"military\", \"weight\": 0.5 }");

        Assert.Equal("China wants back its old military ties", tagger.Evidence("China wants back its old military ties."));
    }

    [Fact]
    public void Tag_WeakTermAlone_IsNotTagged()
    {
        var tagger = IssueArticles.Tagger("""{ "text": "court", "kind": "weak" }""");

        Assert.Equal("", tagger.Evidence("He went to a court with his friends, who had been waiting for him there since the early morning of that day."));
    }

    [Fact]
    public void Tag_WeakTermInLongerPhrase_DoesNotCount()
    {
        var tagger = IssueArticles.Tagger(""" "rent", { "text": "house", "kind": "weak", "weight": 1 }, { "text": "White House", "kind": "needs-context", "requires": ["{china}"] }""");

        Assert.Equal("rent", tagger.Evidence("The White House spoke of rent. The White House waits."));
        Assert.Equal("house|house|rent", string.Join('|', tagger.Evidence("The house spoke of rent. The house waits.").Split('|').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Tag_TitleOnly_IsNotTagged() =>
        Assert.Empty(IssueArticles.Tagger("\"fentanyl\"").Tag(IssueArticles.Of("Nothing of it here.", "Fentanyl")));

    [Fact]
    public void Tag_TitleToo_ScoresHigherWithTheSameEvidence()
    {
        var tagger = IssueArticles.Tagger("\"fentanyl\"");

        var without = Assert.Single(tagger.Tag(IssueArticles.Of("They spoke of fentanyl.")));
        var with = Assert.Single(tagger.Tag(IssueArticles.Of("They spoke of fentanyl.", "Fentanyl again")));

        Assert.True(with.Score > without.Score);
        Assert.Equal(without.Evidence.Select(evidence => evidence.Span), with.Evidence.Select(evidence => evidence.Span));
    }

    [Fact]
    public void Tag_DerivedTitle_DoesNotCount()
    {
        var tagger = IssueArticles.Tagger("\"fentanyl\"");
        var article = IssueArticles.Of("They spoke of fentanyl.", "They spoke of fentanyl.");

        var derived = Assert.Single(tagger.Tag(article with { TitleDerived = true }));

        Assert.Equal(Assert.Single(tagger.Tag(article with { Title = null })).Score, derived.Score);
    }

    [Fact]
    public void Tag_Heading_CountsMoreThanBody()
    {
        var tagger = IssueArticles.Tagger("\"fentanyl\"");
        var filler = string.Concat(Enumerable.Repeat("Nothing new came of it all day. ", 20));
        var article = IssueArticles.Of(filler + "\n\nFentanyl\n\nThe end.");
        var heading = new Block(BlockKind.Heading, new TextSpan(filler.Length + 2, "Fentanyl".Length));

        var plain = Assert.Single(tagger.Tag(article));
        var headed = Assert.Single(tagger.Tag(article with { Blocks = [heading] }));

        Assert.True(headed.Score > plain.Score);
    }

    [Fact]
    public void Tag_MoreMentions_ScoreMore()
    {
        var tagger = IssueArticles.Tagger("\"fentanyl\"");

        var once = Assert.Single(tagger.Tag(IssueArticles.Of("Fentanyl came up. Rain came. Snow came.")));
        var often = Assert.Single(tagger.Tag(IssueArticles.Of("Fentanyl came up. Fentanyl came. Fentanyl came.")));

        Assert.True(often.Score > once.Score);
    }

    [Fact]
    public void Tag_SameMentionInLongerText_ScoresLess()
    {
        var tagger = IssueArticles.Tagger("\"fentanyl\"");

        var shorter = Assert.Single(tagger.Tag(IssueArticles.Of("Fentanyl came up.")));
        var longer = Assert.Single(tagger.Tag(IssueArticles.Of("Fentanyl came up." + string.Concat(Enumerable.Repeat(" Other things came up.", 40)))));

        Assert.True(longer.Score < shorter.Score);
    }

    [Fact]
    public void Tag_EqualScores_AreOrderedById()
    {
        var taxonomy = IssueArticles.Parse("""{ "formatVersion": 1, "concepts": [{ "id": "b", "preferredLabel": "fentanyl" }, { "id": "a", "preferredLabel": "fentanyl" }] }""");

        var tags = new IssueTagger(taxonomy).Tag(IssueArticles.Of("Fentanyl came up."));

        Assert.Equal(["a", "b"], tags.Select(tag => tag.Id));
    }

    [Fact]
    public void Tag_EmptyText_IsEmpty() => Assert.Empty(IssueArticles.BuiltIn.Tag(IssueArticles.Of("")));
}
