using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>What a document says of all its articles: the head of a JSON Feed (version 1 or 1.1), and the objects that a graph of JSON-LD refers to.</summary>
/// <param name="Source">The feed's title.</param>
/// <param name="Language">The ISO 639-1 code of its language.</param>
/// <param name="Authors">Who writes the items that name nobody.</param>
/// <param name="Graph">The objects of the graph.</param>
internal sealed record JsonHeader(string? Source, string? Language, IReadOnlyList<string> Authors, JsonGraph Graph)
{
    /// <summary>Gets the header of what says nothing of the kind.</summary>
    public static JsonHeader None { get; } = new(null, null, [], JsonGraph.None);

    /// <summary>Reads the header of a document.</summary>
    public static JsonHeader Read(JsonElement root)
    {
        if (JsonGraph.Read(root) is { } graph)
        {
            return None with { Graph = graph };
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetMember("version", out var version)
            || JsonText.Of(version)?.StartsWith("https://jsonfeed.org/version/", StringComparison.Ordinal) != true)
        {
            return None;
        }

        var fields = ArticleFields.Read(root);
        return None with { Source = fields.Title, Language = fields.Language, Authors = fields.Authors().Names };
    }
}
