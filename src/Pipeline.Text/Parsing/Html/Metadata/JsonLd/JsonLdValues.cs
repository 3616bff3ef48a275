using System.Text.Json.Nodes;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Html.Metadata.JsonLd;

/// <summary>Reads the values of JSON-LD objects, which may be one or several, plain or wrapped.</summary>
internal static class JsonLdValues
{
    /// <summary>Returns the first text of a value, as one line; null where there is none.</summary>
    public static string? Text(JsonNode? node) => Texts(node).FirstOrDefault();

    /// <summary>Returns the texts of a value: of its items, of <c>@value</c>, of the name of what it describes.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => Raw(node).Select(OneLine.FoldMarkup).Where(text => text.Length > 0);

    /// <summary>Returns the texts of a value as they are.</summary>
    public static IEnumerable<string> Raw(JsonNode? node) => node switch
    {
        JsonValue value => [value.GetValue<string>()],
        JsonArray array => array.SelectMany(Raw),
        JsonObject wrapped => Raw(wrapped["@value"] ?? wrapped["name"] ?? wrapped["@id"]),
        _ => [],
    };

    /// <summary>Tells whether an object is of a type, whose name ends in one of the endings, in any case.</summary>
    public static bool IsOfType(JsonObject node, params ReadOnlySpan<string> endings)
    {
        foreach (var type in Raw(node["@type"]))
        {
            foreach (var ending in endings)
            {
                if (type.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
