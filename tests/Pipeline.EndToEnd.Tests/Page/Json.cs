using System.Text.Json.Nodes;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>Reads the API's answers.</summary>
internal static class Json
{
    /// <summary>Returns a text of each item of a list.</summary>
    public static List<string> Strings(JsonNode? items, string property) => [.. items!.AsArray().Select(item => (string)item![property]!)];

    /// <summary>Returns the stretch of a text that a span names.</summary>
    public static string Slice(string text, JsonNode span) => text.Substring((int)span["start"]!, (int)span["length"]!);
}
