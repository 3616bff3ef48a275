using System.Text;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Taxonomies;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

/// <summary>What the validator says of terms, ids, limits and files that extend the built-in taxonomy.</summary>
public sealed class TaxonomyCheckTests
{
    [Theory]
    [InlineData("\"terms\": [\"b c\", \"b-c\"]", "\"b c\" and other terms cover it")]
    [InlineData("\"terms\": [\"(b|c) d\", { \"text\": \"c d\", \"kind\": \"weak\" }]", "\"(b|c) d\" and other terms cover it")]
    [InlineData("\"terms\": [\"b\", \"c\", \"(c|b)\"]", "\"c\" and other terms cover it")]
    [InlineData("\"terms\": [\"tariff\", \"tariffs\"]", "\"tariff\" and other terms cover it")]
    [InlineData("\"terms\": [\"tariff\", \"(Tariffs|tariff)\"]", "\"tariff\" and other terms cover it")]
    [InlineData("\"terms\": [\"cut tax\", \"cutting taxes\"]", "\"cut tax\" and other terms cover it")]
    [InlineData("\"terms\": [\"b\", { \"text\": \"B\", \"case\": \"match\" }]", "\"b\" and other terms cover it")]
    [InlineData("\"terms\": [\"tax ... cut\", \"tax... cut\"]", "\"tax ... cut\" and other terms cover it")]
    [InlineData("\"terms\": [\"(tax|levy) ... cut\", { \"text\": \"(levy|tax)  ... cut\", \"gap\": 3 }]", "\"(tax|levy) ... cut\" and other terms cover it")]
    [InlineData("\"terms\": [\"(b|c) d\"], \"except\": [\"b d\", \"c d\"]", "\"except\" covers it")]
    [InlineData("\"terms\": [{ \"text\": \"b\", \"kind\": \"needs-context\", \"requires\": [\"c\"], \"excludes\": [\"(c|d)\"] }]", "what it requires is what it excludes")]
    [InlineData("\"terms\": [\"(b|c, d) e\"]", "\"c, d e\" has punctuation inside")]
    [InlineData("\"terms\": [\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"]", "more than 48 letters")]
    public void Parse_TermThatCanNeverCount_IsRefused(string terms, string message) =>
        AssertProblem($"{{ \"formatVersion\": 1, \"concepts\": [{{ \"id\": \"a\", \"preferredLabel\": \"X\",\n{terms} }}] }}", 2, message, isWarning: false);

    [Theory]
    [InlineData("\"terms\": [{ \"text\": \"b\", \"weight\": 0.5 }, { \"text\": \"B\", \"case\": \"match\" }]")]
    [InlineData("\"terms\": [\"tariffs\", { \"text\": \"tariff\", \"weight\": 0.5 }]")]
    [InlineData("\"terms\": [{ \"text\": \"tax ... cut\", \"gap\": 3 }, \"tax ... cut \"]")]
    [InlineData("\"terms\": [{ \"text\": \"b\", \"kind\": \"weak\" }, \"b d\"]")]
    [InlineData("\"terms\": [\"(b|c) d\"], \"except\": [\"b d\"]")]
    [InlineData("\"terms\": [{ \"text\": \"b\", \"excludes\": [\"c\"] }, { \"text\": \"(b|d)\", \"kind\": \"weak\" }]")]
    [InlineData("\"terms\": [{ \"text\": \"b\", \"inflect\": \"verb\" }, { \"text\": \"(b|c)\", \"weight\": 0.5 }]")]
    public void Parse_TermsThatEachCountSomewhere_AreAllowed(string terms) =>
        Assert.Empty(IssueArticles.Parse($"{{ \"formatVersion\": 1, \"concepts\": [{{ \"id\": \"a\", \"preferredLabel\": \"X\", {terms} }}] }}").Warnings);

    [Theory]
    [InlineData("\"cap\": 1150", "1150 is not a Comparative Agendas code")]
    [InlineData("\"cap\": 22", "22 is not a Comparative Agendas code")]
    [InlineData("\"cap\": 100.7", "\"cap\" must be a whole number")]
    [InlineData("\"terms\": [{ \"text\": \"b ... c\", \"gap\": 2.9 }]", "\"gap\" must be a whole number")]
    public void Parse_NumberThatIsNone_IsRefused(string property, string message) =>
        AssertProblem($"{{ \"formatVersion\": 1, \"concepts\": [{{ \"id\": \"a\", \"preferredLabel\": \"X\", {property} }}] }}", 1, message, isWarning: false);

    [Fact]
    public void Parse_EachIssueBelowBothOfTheLayerAbove_IsCheckedAtOnce()
    {
        var layers = Enumerable.Range(0, 40).SelectMany(layer => new[] { "a", "b" }.Select(side =>
            $$"""{ "id": "{{side}}{{layer}}", "preferredLabel": "{{side}} of {{layer}}", "broader": [{{(layer == 0 ? "" : $"\"a{layer - 1}\", \"b{layer - 1}\"")}}], "terms": ["shared{{(layer is 0 or 39 ? "" : $" {layer}")}}"] }"""));

        Assert.NotNull(IssueArticles.Parse($$"""{ "formatVersion": 1, "concepts": [{{string.Join(',', layers)}}] }"""));
    }

    [Fact]
    public void Parse_WordSetsOfWordSets_CountAsPhrases()
    {
        var words = string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"w{i}\""));
        var sets = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"\"{{a}} y{i}\""));

        var exception = Assert.Throws<TaxonomyException>(() => IssueArticles.Parse($$"""{ "formatVersion": 1, "wordSets": { "a": [{{words}}], "b": [{{sets}}] }, "concepts": [{ "id": "a", "preferredLabel": "X" }] }"""));

        Assert.Contains("phrases", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_WordSetOfBuiltInBroken_IsToldWhereItIsBroken()
    {
        var exception = Assert.Throws<TaxonomyException>(() => IssueArticles.Parse("{ \"formatVersion\": 1, \"mode\": \"extend\",\n\"wordSets\": { \"china\": [] } }"));

        Assert.All(exception.Problems, problem => Assert.Equal(2, problem.Line));
    }

    [Fact]
    public void Parse_NoTermStandsByItself_IsRefused() =>
        AssertProblem(
            """
            { "formatVersion": 1, "concepts": [
              { "id": "a", "preferredLabel": "X", "terms": [{ "text": "x", "kind": "needs-context" }, { "text": "y", "kind": "needs-context" }] }
            ] }
            """,
            2,
            "no term of \"a\" can ever count",
            isWarning: false);

    [Fact]
    public void Parse_LabelOfOneIssueAmongStrongTermsOfAnother_IsAWarningAtTheTerm()
    {
        const string Json =
            """
            { "formatVersion": 1, "concepts": [
              { "id": "a", "preferredLabel": "C d", "alternativeLabels": ["E"], "terms": ["(f|g) d"] },
              { "id": "z", "preferredLabel": "Y", "more": [], "terms": [
                "(b|c) d", "g d",
                { "text": "e", "kind": "weak" }
              ] }
            ] }
            """;

        var shared = IssueArticles.Parse(Json.Replace("\"more\"", "\"except\"", StringComparison.Ordinal));
        var related = IssueArticles.Parse(Json.Replace("\"more\": []", "\"related\": [\"a\"]", StringComparison.Ordinal));
        var below = IssueArticles.Parse(Json.Replace("\"more\": []", "\"broader\": [\"a\"]", StringComparison.Ordinal));

        var warning = Assert.Single(shared.Warnings);
        Assert.True(warning.IsWarning);
        Assert.Equal(4, warning.Line);
        Assert.Contains("\"c d\" is a strong term of \"z\" and a label of \"a\"", warning.Message, StringComparison.Ordinal);
        Assert.Empty(related.Warnings);
        Assert.Empty(below.Warnings);
    }

    [Fact]
    public void Parse_TwoIssuesOfOnePreferredLabel_IsAWarningAtTheSecond()
    {
        var taxonomy = IssueArticles.Parse(
            """
            { "formatVersion": 1, "concepts": [
              { "id": "a", "preferredLabel": "Sea trade" },
              { "id": "z", "related": ["a"],
                "preferredLabel": "Sea-Trade" }
            ] }
            """);

        var warning = Assert.Single(taxonomy.Warnings);
        Assert.Equal(4, warning.Line);
        Assert.Contains("readers cannot tell them apart", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", "\"wikidata\": \"P1\"", 4, "not a Wikidata item")]
    [InlineData("\n", "\"cap\": 22", 4, "not a Comparative Agendas code")]
    [InlineData("\n", "\"medtop\": \"medtop:20999999\"", 4, "IPTC has no")]
    [InlineData("\n", "\"broader\": [\n\"q\"]", 5, "\"q\", which does not exist")]
    [InlineData("\n", "\"related\": [\"a\"]", 4, "names itself")]
    [InlineData("\n", "\"alternativeLabels\": [\"b\",\n\"(c)\"]", 5, "which patterns use")]
    [InlineData("\n", "\"except\": [\"b\",\n\"c ... d\"]", 5, "has a gap")]
    [InlineData("\r", "\"cap\": 22", 4, "not a Comparative Agendas code")]
    [InlineData("\r\n", "\"cap\": 22", 4, "not a Comparative Agendas code")]
    [InlineData("\r", "\"cap\": ]", 4, "not JSON")]
    public void Parse_WrongProperty_IsToldAtItsOwnLine(string lineEnd, string property, int line, string message) =>
        AssertProblem(
            $"{{ \"formatVersion\": 1, \"concepts\": [\n{{ \"id\": \"a\",\n\"preferredLabel\": \"X\",\n{property} }}] }}".Replace("\n", lineEnd, StringComparison.Ordinal), line, message, isWarning: false);

    [Fact]
    public void Parse_Circle_IsToldWhereItIsNamed() =>
        AssertProblem(
            "{ \"formatVersion\": 1, \"concepts\": [\n{ \"id\": \"a\", \"preferredLabel\": \"X\",\n\"broader\": [\"b\"] },\n{ \"id\": \"b\", \"preferredLabel\": \"Y\", \"broader\": [\"a\"] }] }",
            3,
            "broader than itself",
            isWarning: false);

    [Theory]
    [InlineData("medtop:20000030", "IPTC retired")]
    [InlineData("medtop:20999999", "IPTC has no")]
    public void Parse_MediaTopicThatIsNotInUse_IsRefused(string medtop, string message) =>
        AssertProblem(
            $"{{ \"formatVersion\": 1, \"concepts\": [\n{{ \"id\": \"a\", \"preferredLabel\": \"X\", \"medtop\": \"{medtop}\" }}] }}", 2, message, isWarning: false);

    [Fact]
    public void Parse_MoreThanTheLimits_IsRefused()
    {
        const string Json = """{ "formatVersion": 1, "concepts": [{ "id": "a", "preferredLabel": "X", "terms": ["(b|c|d) e", "ffff"] }, { "id": "g", "preferredLabel": "Y" }] }""";
        var bytes = Encoding.UTF8.GetBytes(Json);

        AssertRefused("more than 10 bytes", new TaxonomyLimits { MaxBytes = 10 });
        AssertRefused("more than 1 concepts", new TaxonomyLimits { MaxConcepts = 1 });
        AssertRefused("more than 1 terms", new TaxonomyLimits { MaxTerms = 1 });
        AssertRefused("more than 3 phrases", new TaxonomyLimits { MaxPhrases = 3 });
        AssertRefused("more than 3 characters", new TaxonomyLimits { MaxStringLength = 3 });
        Assert.Equal(2, Taxonomy.Parse(bytes, TaxonomyLimits.None).Concepts.Count);

        void AssertRefused(string message, TaxonomyLimits limits) =>
            Assert.Contains(message, Assert.Throws<TaxonomyException>(() => Taxonomy.Parse(bytes, limits)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Extension_AddsReplacesAndRemoves()
    {
        var builtIn = IssueArticles.BuiltIn.Taxonomy;

        var extended = IssueArticles.Parse(
            """
            {
              "formatVersion": 1,
              "mode": "extend",
              "remove": ["sports"],
              "wordSets": { "harbour": ["harbour", "port of {china}"] },
              "concepts": [
                { "id": "ferry-dispute", "preferredLabel": "Ferry dispute", "broader": ["transport"], "terms": ["{harbour} tolls", "{us} ... ferry ban"] },
                { "id": "golf", "preferredLabel": "Links game" }
              ]
            }
            """);

        Assert.Equal(builtIn.Concepts.Count, extended.Concepts.Count);
        Assert.Null(extended.Find("sports"));
        Assert.DoesNotContain("sports", extended.Find("soccer")!.Broader);
        Assert.Equal("Links game", extended.Find("golf")!.PreferredLabel);
        Assert.Equal("Trade", extended.Find("trade")!.PreferredLabel);
        Assert.Equal("the harbour tolls", "the " + new IssueTagger(extended).Evidence("About the harbour tolls: harbour tolls.", id: "ferry-dispute").Split('|')[0]);
        Assert.NotEqual(builtIn.Version, extended.Version);
    }

    [Theory]
    [InlineData("\"mode\": \"extend\", \"remove\": [\n\"no-such-issue\"]", 2, "which the built-in taxonomy does not have")]
    [InlineData("\"remove\": [\"sports\"]", 1, "is for taxonomies of the \"mode\" \"extend\"")]
    [InlineData("\n\"mode\": \"add\"", 2, "\"mode\" must be one of")]
    [InlineData("\"mode\": \"extend\", \"concepts\": [\n{ \"id\": \"b\", \"preferredLabel\": \"B\", \"broader\": [\"c\"] }]", 2, "\"c\", which does not exist")]
    public void Parse_WrongExtension_SaysWhereAndWhat(string rest, int line, string message) =>
        AssertProblem($"{{ \"formatVersion\": 1, {rest} }}", line, message, isWarning: false);

    [Fact]
    public void Parse_ExtensionThatOnlyExtends_WarnsOfNothingBuiltIn() =>
        Assert.Empty(IssueArticles.Parse("""{ "formatVersion": 1, "mode": "extend" }""").Warnings);

    private static void AssertProblem(string json, int line, string message, bool isWarning)
    {
        var exception = Assert.Throws<TaxonomyException>(() => IssueArticles.Parse(json));

        Assert.Contains(
            exception.Problems,
            problem => problem.Line == line && problem.IsWarning == isWarning && problem.Message.Contains(message, StringComparison.Ordinal));
    }
}
