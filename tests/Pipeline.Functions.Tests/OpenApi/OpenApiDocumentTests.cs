using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.OpenApi;
using Pipeline.Functions.Http.Routes;
using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Functions.Tests.OpenApi;

public sealed class OpenApiDocumentTests
{
    private readonly JsonNode _document = JsonNode.Parse(new OpenApiDocument(new ApiRoutes(new SummaryOptions { MaxCandidates = 12 })).Json)!;

    [Fact]
    public void Json_References_AllLeadSomewhere()
    {
        var references = Descendants(_document).OfType<JsonObject>().Select(node => (string?)node["$ref"]).OfType<string>().ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(reference.Split('/').Skip(1).Aggregate((JsonNode?)_document, (node, part) => node?[part])));
    }

    [Fact]
    public void Json_OfARecord_RequiresWhatIsAlwaysWritten()
    {
        var schema = _document["components"]!["schemas"]!["Summary"]!;

        Assert.Equal(["id", "blob", "firstSeen", "summary", "issues"], schema["required"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("string", (string?)schema["properties"]!["title"]!["type"]);
        Assert.Equal("#/components/schemas/Issue", (string?)schema["properties"]!["issues"]!["items"]!["$ref"]);
        Assert.DoesNotContain(Descendants(_document).OfType<JsonValue>(), value => value.TryGetValue<string>(out var text) && text == "null");
    }

    [Fact]
    public void Json_OfARecord_SaysWhatItsDocumentationSays()
    {
        var schemas = _document["components"]!["schemas"]!;

        Assert.Equal("One page of a listing.", (string?)schemas["SummaryPage"]!["description"]);
        Assert.Equal("The cursor of the next page; null where this is the last.", (string?)schemas["SummaryPage"]!["properties"]!["next"]!["description"]);
        Assert.Equal("The language's ISO 639-1 code.", (string?)schemas["Summary"]!["properties"]!["language"]!["description"]);
        Assert.Equal("How many articles it is made of.", (string?)schemas["NewsDigest"]!["properties"]!["articles"]!["description"]);
    }

    [Fact]
    public void Describe_RouteWithAKey_AsksForIt()
    {
        var operation = new OpenApiOperations(new OpenApiSchemas()).Describe(
            new ApiRoute<string>("DeleteThing", "things", "Deletes.") { Level = AuthorizationLevel.Function }, "GET");

        Assert.NotNull(operation["security"]![0]!["functionKey"]);
        Assert.NotNull(operation["responses"]!["401"]);
    }

    [Fact]
    public void Json_Parameters_HaveTheRangesOfTheSettings()
    {
        var sentences = Parameter("/summaries/{articleId}", "sentences");

        Assert.Equal(12, (int)sentences["schema"]!["maximum"]!);
        Assert.Equal(3, (int)sentences["schema"]!["default"]!);
    }

    [Fact]
    public void Json_Operations_HaveIdsOfTheirOwn()
    {
        var ids = _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => (string)operation.Value!["operationId"]!).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private JsonNode Parameter(string path, string name) =>
        _document["paths"]![path]!["get"]!["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == name)!;

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject children => children.Select(child => child.Value!).SelectMany(Descendants).Prepend(node),
        JsonArray items => items.SelectMany(item => Descendants(item!)).Prepend(node),
        _ => [node],
    };
}
