using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Pipeline.Text.Parsing.Html.Metadata.JsonLd;

/// <summary>The objects that a page's JSON-LD describes, wherever they nest, in order.</summary>
internal sealed class JsonLdGraph
{
    // A page describes some dozens of objects in some kilobytes; long lists of products and comments are cut. Chosen.
    private const int MaxCharacters = 4 * 1024 * 1024;
    private const int MaxNodes = 4_000;

    private readonly List<JsonObject> _nodes = [];
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);

    /// <summary>Gets the objects: an object before those inside it.</summary>
    public IReadOnlyList<JsonObject> Nodes => _nodes;

    /// <summary>Reads the scripts of a page.</summary>
    public static JsonLdGraph Read(IEnumerable<IElement> scripts)
    {
        var graph = new JsonLdGraph();
        var left = MaxCharacters;
        foreach (var script in scripts)
        {
            var text = script.TextContent;
            if (text.Length > left)
            {
                break;
            }

            left -= text.Length;
            if (!text.Contains('"', StringComparison.Ordinal) && text.Contains("&quot;", StringComparison.Ordinal))
            {
                text = WebUtility.HtmlDecode(text);
            }

            foreach (var value in LenientJson.ReadAll(text))
            {
                graph.Add(value);
            }
        }

        return graph;
    }

    /// <summary>Tells whether an element is a script of JSON-LD.</summary>
    public static bool IsScript(IElement element) =>
        element is IHtmlScriptElement && element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the object that a reference names by its <c>@id</c>, or the object itself.</summary>
    public JsonObject Resolve(JsonObject reference) =>
        !reference.ContainsKey("name") && JsonLdValues.Text(reference["@id"]) is { } id && _byId.TryGetValue(id, out var node) ? node : reference;

    private void Add(JsonNode? node)
    {
        if (_nodes.Count >= MaxNodes)
        {
            return;
        }

        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Add(item);
            }
        }
        else if (node is JsonObject value)
        {
            _nodes.Add(value);
            if (JsonLdValues.Text(value["@id"]) is { } id && value.Count > 2)
            {
                _byId.TryAdd(id, value);
            }

            foreach (var (name, child) in value)
            {
                // Comments and lists of other pages tell of other texts.
                if (child is JsonObject or JsonArray && name is not ("comment" or "comments" or "review" or "reviews" or "isBasedOn" or "citation" or "relatedLink"))
                {
                    Add(child);
                }
            }
        }
    }
}
