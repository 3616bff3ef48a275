using System.Text;
using System.Text.Json;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Cli.Tests.Taxonomies;

public sealed class TaxonomyCommandTests : IDisposable
{
    private const string Right =
        """
        { "formatVersion": 1, "concepts": [
          { "id": "harbours", "preferredLabel": "Harbours", "definition": "Harbours and their trade.", "cap": 1007, "terms": ["dredging", { "text": "quay", "kind": "weak" }] },
          { "id": "tolls", "preferredLabel": "Tolls", "broader": ["harbours"], "terms": ["dredging"] },
          { "id": "piers", "preferredLabel": "Piers", "terms": ["harbours"] }
        ] }
        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Validate_RightFile_CountsItAndWarns()
    {
        var invocation = await Invocation.RunAsync("taxonomy", "validate", _folder.Add("own.json", Right));

        Assert.Equal(0, await invocation.Command);
        Assert.Contains("own.json:4: warning \"harbours\" is a strong term of \"piers\" and a label of \"harbours\"", invocation.Out.Lines[0], StringComparison.Ordinal);
        Assert.Contains("own.json: valid, 3 issues, 7 terms, version ", invocation.Out.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_WrongFile_SaysWhereAndFails()
    {
        var wrong = _folder.Add("b.json", "{ \"formatVersion\": 1,\n\"concepts\": [{ \"id\": \"A\", \"preferredLabel\": \"[x]\" }] }");

        var invocation = await Invocation.RunAsync("taxonomy", "validate", _folder.Add("a.json", Right), wrong);

        Assert.Equal(1, await invocation.Command);
        Assert.Contains(invocation.Out.Lines, line => line.EndsWith("b.json:2: error \"A\" is not an id: small letters, digits and single hyphens", StringComparison.Ordinal));
        Assert.EndsWith("b.json: not valid, 1 error", invocation.Out.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_Json_IsOneObjectAFile()
    {
        var invocation = await Invocation.RunAsync("taxonomy", "validate", _folder.Add("a.json", Right), _folder.Add("b.json", "{"), "--json");

        Assert.Equal([true, false], invocation.JsonLines.Select(line => line.GetProperty("valid").GetBoolean()));
        Assert.Equal(3, invocation.JsonLines[0].GetProperty("concepts").GetInt32());
        Assert.Equal(1, invocation.JsonLines[1].GetProperty("problems")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Explain_BuiltInIssue_ShowsWhatItIsAndItsTerms()
    {
        var invocation = await Invocation.RunAsync("taxonomy", "explain", "fentanyl");

        Assert.Equal(0, await invocation.Command);
        Assert.StartsWith("Fentanyl fentanyl", invocation.Out.Lines[0], StringComparison.Ordinal);
        Assert.Contains("opioid-crisis", invocation.Out.Text, StringComparison.Ordinal);
        Assert.Contains("Q407541", invocation.Out.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_TermWithConditions_SaysThemAll()
    {
        var own = _folder.Add(
            "own.json",
            """
            { "formatVersion": 1, "concepts": [{ "id": "tolls", "preferredLabel": "Tolls", "terms": [
              { "text": "ferry ... dues", "kind": "needs-context", "requires": ["harbour"], "within": "sentence", "gap": 3, "inflect": "noun" },
              { "text": "toll", "inflect": "verb" }, { "text": "quay", "inflect": "none" }
            ] }] }
            """);

        var invocation = await Invocation.RunAsync("taxonomy", "explain", "tolls", "--file", own);

        Assert.Contains("with harbour; in the same sentence; gaps of up to 3 words; its plural too", invocation.Out.Text, StringComparison.Ordinal);
        Assert.Contains("toll [all its forms]", invocation.Out.Text, StringComparison.Ordinal);
        Assert.Contains("quay [no other forms]", invocation.Out.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Json_IsAConceptOfATaxonomyFile()
    {
        var invocation = await Invocation.RunAsync("taxonomy", "explain", "artificial-intelligence", "--json");

        var own = Taxonomy.Parse(Encoding.UTF8.GetBytes($$"""{ "formatVersion": 1, "mode": "extend", "concepts": [{{invocation.Out.Text}}] }"""));

        var builtIn = Taxonomy.LoadBuiltIn().Find("artificial-intelligence")!;
        var copied = own.Find("artificial-intelligence")!;
        Assert.Equal(builtIn.Terms.Select(term => (term.Text, term.Kind, term.Weight)), copied.Terms.Select(term => (term.Text, term.Kind, term.Weight)));
        Assert.Equal(builtIn.Medtop, copied.Medtop);
    }

    [Fact]
    public async Task Explain_UnknownIssue_NamesNearOnes()
    {
        var invocation = await Invocation.RunAsync("taxonomy", "explain", "nuclear");

        Assert.Equal(1, await invocation.Command);
        Assert.Contains("There is no issue nuclear. There are: ", invocation.Error.Lines[0], StringComparison.Ordinal);
        Assert.Contains("nuclear-accidents", invocation.Error.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_OwnFile_CountsIt()
    {
        var invocation = await Invocation.RunAsync("taxonomy", "stats", "--file", _folder.Add("own.json", Right), "--json");

        var stats = Assert.Single(invocation.JsonLines);
        Assert.Equal((3, 2, 2, 7), (Number(stats, "concepts"), Number(stats, "top"), Number(stats, "levels"), Number(stats, "terms")));
        Assert.Equal(10, stats.GetProperty("majors")[0].GetProperty("major").GetInt32());
    }

    [Fact]
    public async Task Stats_BuiltIn_ShowsEveryMajorAgenda()
    {
        var invocation = await Invocation.RunAsync("taxonomy", "stats");

        Assert.Equal(0, await invocation.Command);
        Assert.Contains("Issues", invocation.Out.Text, StringComparison.Ordinal);
        Assert.Contains("defense-policy", invocation.Out.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("taxonomy explain fentanyl --file nowhere.json", "pipeline: There is no file nowhere.json.")]
    [InlineData("taxonomy explain", "pipeline: Required argument 'ID' missing for command: 'explain'.", "`pipeline taxonomy explain --help` tells what there is.")]
    public async Task Run_WrongArguments_SaysWhatIsWrong(string arguments, params string[] expected)
    {
        var invocation = await Invocation.RunAsync(arguments.Split(' '));

        Assert.Equal(1, await invocation.Command);
        Assert.Equal(expected, invocation.Error.Lines);
    }

    private static int Number(JsonElement stats, string name) => stats.GetProperty(name).GetInt32();
}
