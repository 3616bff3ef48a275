using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Tells articles from the pages, organisations and pictures that stand beside them in JSON-LD, by their schema.org types.</summary>
internal static class JsonLinkedData
{
    // schema.org: the types under Article and its neighbours that news sites use.
    private static readonly string[] ArticleTypes = ["Article", "Posting", "Report", "CreativeWork", "Review"];

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
        JsonText.Of(type) is { } name && (Array.Exists(ArticleTypes, ending => name.EndsWith(ending, StringComparison.Ordinal)) || name.EndsWith("ListItem", StringComparison.Ordinal));
}
