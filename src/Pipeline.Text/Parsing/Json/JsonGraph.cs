using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>The objects of a JSON-LD document by their <c>@id</c>, so that <c>"author": {"@id": "#jane"}</c> finds its name.</summary>
internal sealed class JsonGraph
{
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    /// <summary>Gets the graph without objects.</summary>
    public static JsonGraph None { get; } = new();

    /// <summary>Reads the <c>@graph</c> of a document; null where it has none.</summary>
    public static JsonGraph? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetMember("@graph", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var graph = new JsonGraph();
        foreach (var node in list.EnumerateArray())
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetMember("@id", out var id) && JsonText.Of(id) is { } key)
            {
                graph._byId.TryAdd(key, node);
            }
        }

        return graph;
    }

    /// <summary>Returns the object that a reference means; anything else, and a reference to nothing, as it is.</summary>
    public JsonElement Resolve(JsonElement value) =>
        _byId.Count > 0 && value.ValueKind == JsonValueKind.Object && !value.TryGetMember("name", out _) && value.TryGetMember("@id", out var id)
        && JsonText.Of(id) is { } key && _byId.TryGetValue(key, out var node) ? node : value;
}
