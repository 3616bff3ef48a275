using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Taxonomies;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

public sealed class TaxonomyParseTests
{
    [Theory]
    [InlineData("{", 1, "not JSON")]
    [InlineData("[]", 1, "must be an object")]
    [InlineData("""{ "concepts": [] }""", 1, "\"formatVersion\" is missing")]
    [InlineData("""{ "formatVersion": 2 }""", 1, "must be 1")]
    [InlineData("{ \"formatVersion\": 1,\n\"topics\": [] }", 2, "no property \"topics\"")]
    public void Parse_WrongFile_SaysWhereAndWhat(string json, int line, string message) =>
        AssertProblem(json, line, message);

    [Theory]
    [InlineData("""{ "id": "A b", "preferredLabel": "X" }""", "not an id")]
    [InlineData("""{ "id": "a" }""", "no \"preferredLabel\"")]
    [InlineData("""{ "id": "a", "preferredLabel": " " }""", "not empty")]
    [InlineData("""{ "id": "a", "preferredLabel": "X (y)" }""", "label \"X (y)\"")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "broader": ["b"] }""", "\"b\", which does not exist")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "related": ["a"] }""", "names itself")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "medtop": "20000001" }""", "not a media topic")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "wikidata": "q1" }""", "not a Wikidata item")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "cap": 50 }""", "not a Comparative Agendas code")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "cap": "1" }""", "\"cap\" must be a number")]
    [InlineData("""{ "id": "a", "id": "a", "preferredLabel": "X" }""", "\"id\" twice")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": [""] }""", "no \"text\"")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": ["-"] }""", "part without a word")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": ["b ... "] }""", "part without a word")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": ["b", "b"] }""", "\"b\" twice")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": ["{b}"] }""", "word set \"b\"")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": ["(b"] }""", "\"(\" without \")\"")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": ["b)"] }""", "nothing opens")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": ["((((((((((b))))))))))"] }""", "deep")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": ["(a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d)"] }""", "more than 1000 phrases")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": [{ "text": "b", "kind": "big" }] }""", "\"kind\" must be one of")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": [{ "text": "b", "weight": 2 }] }""", "\"weight\" must be a number from")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": [{ "text": "b", "requires": ["c"] }] }""", "must be \"needs-context\"")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": [{ "text": "b", "excludes": ["c ... d"] }] }""", "has a gap")]
    [InlineData("""{ "id": "a", "preferredLabel": "X", "terms": [{ "text": "b", "regex": "c" }] }""", "no property \"regex\"")]
    public void Parse_WrongConcept_SaysWhereAndWhat(string concept, string message) =>
        AssertProblem($"{{ \"formatVersion\": 1, \"concepts\": [\n\n{concept}] }}", 3, message);

    [Fact]
    public void Parse_SameIdTwice_NamesTheSecond() =>
        AssertProblem(
            """
            { "formatVersion": 1, "concepts": [
              { "id": "a", "preferredLabel": "X" },
              { "id": "a", "preferredLabel": "Y" }
            ] }
            """,
            3,
            "the id \"a\" is there twice");

    [Fact]
    public void Parse_Cycle_NamesIt() =>
        AssertProblem(
            """
            { "formatVersion": 1, "concepts": [
              { "id": "z", "preferredLabel": "Z", "broader": ["a"] },
              { "id": "a", "preferredLabel": "A", "broader": ["b"] },
              { "id": "b", "preferredLabel": "B", "broader": ["a"] }
            ] }
            """,
            3,
            "a < b < a");

    [Fact]
    public void Parse_SeveralProblems_ReportsAllByLine()
    {
        var exception = Assert.Throws<TaxonomyException>(() => IssueArticles.Parse(
            """
            { "formatVersion": 1, "concepts": [
              { "id": "B", "preferredLabel": "X" },
              { "id": "a", "preferredLabel": "Y", "cap": 0 }
            ] }
            """));

        Assert.Equal([2, 3], exception.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Parse_BytesThatAreNotText_Throws() =>
        Assert.Throws<TaxonomyException>(() => Taxonomy.Parse([.. "{ \"formatVersion\": 1, \""u8, 0xFF, .. "\": 1 }"u8]));

    [Fact]
    public void Parse_CommentsTrailingCommasAndByteOrderMark_AreAllowed()
    {
        var taxonomy = IssueArticles.Parse("\uFEFF{ \"formatVersion\": 1, // note\n \"concepts\": [{ \"id\": \"a\", \"preferredLabel\": \"X\", },], }");

        Assert.Equal("X", taxonomy.Find("a")?.PreferredLabel);
    }

    [Fact]
    public void Version_LayoutAndComments_DoNotChangeIt()
    {
        const string Json = """{ "formatVersion": 1, "concepts": [{ "id": "a", "preferredLabel": "X" }] }""";

        var version = IssueArticles.Parse(Json).Version;

        Assert.Equal(version, IssueArticles.Parse(Json.Replace(" ", "\n", StringComparison.Ordinal) + "// end").Version);
        Assert.NotEqual(version, IssueArticles.Parse(Json.Replace("X", "Y", StringComparison.Ordinal)).Version);
        Assert.Matches("^[0-9a-f]{16}$", version);
    }

    [Fact]
    public void Parse_Labels_AreTermsUnlessListed()
    {
        var concept = IssueArticles.Parse(
            """
            { "formatVersion": 1, "concepts": [
              { "id": "a", "preferredLabel": "Elections", "alternativeLabels": ["Polls"], "terms": [{ "text": "election", "kind": "weak" }] }
            ] }
            """).Find("a")!;

        Assert.Equal([("election", TermKind.Weak), ("Polls", TermKind.Strong)], concept.Terms.Select(term => (term.Text, term.Kind)));
    }

    private static void AssertProblem(string json, int line, string message)
    {
        var exception = Assert.Throws<TaxonomyException>(() => IssueArticles.Parse(json));

        Assert.Contains(exception.Problems, problem => problem.Line == line && problem.Message.Contains(message, StringComparison.Ordinal));
    }
}
