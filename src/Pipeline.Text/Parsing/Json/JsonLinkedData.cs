using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Tells articles from the pages, organisations and pictures that stand beside them in JSON-LD, by their schema.org types.</summary>
internal static class JsonLinkedData
{
    private static readonly string[] Endings = ["Article", "Posting", "Report", "Review", "Column", "hentry", "WebContent"];

    // Articles where an article's object or its place in a list is all that a file holds.
    private static readonly string[] Wrappers = ["CreativeWork", "ListItem"];

    /// <summary>Gets the endings of the names of types that are articles: schema.org's Article and what is under it, and neighbours that news sites use.</summary>
    public static ReadOnlySpan<string> ArticleTypes => Endings;

    /// <summary>Returns the objects without those whose type is something else, where there is an article among them at all.</summary>
    public static IReadOnlyList<JsonElement> WithoutOtherThings(IReadOnlyList<JsonElement> items) =>
        items.Any(item => IsArticle(item) == true) ? [.. items.Where(item => IsArticle(item) != false)] : items;

    /// <summary>Tells whether an object is an article by its type; null where it has none.</summary>
    private static bool? IsArticle(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetMember("@type", out var type))
        {
            return null;
        }

        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleType) : IsArticleType(type);
    }

    private static bool IsArticleType(JsonElement type) =>
        JsonText.Of(type) is { } name && Endings.Concat(Wrappers).Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
