using System.Text.Json;

namespace Pipeline.Text.Parsing;

/// <summary>
/// Sees to it that each item of a file has an id of its own: of equal items with one id one is kept; different ones get
/// the hash of their title and first paragraph behind it. What comes out does not depend on the order. Pure.
/// </summary>
internal static class ItemIdentity
{
    /// <summary>Returns the items, each with an id of its own.</summary>
    /// <param name="items">The items of one file.</param>
    public static IReadOnlyList<ParsedItem> Resolve(IReadOnlyList<ParsedItem> items)
    {
        var shared = items.CountBy(item => item.ItemId ?? "").Where(count => count.Value > 1).Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        if (shared.Count == 0)
        {
            return items;
        }

        var distinct = Distinct(items, shared);
        shared = [.. distinct.CountBy(item => item.ItemId ?? "").Where(count => count.Value > 1).Select(count => count.Key)];
        var named = distinct.Select(item => shared.Contains(item.ItemId ?? "") ? item.WithId($"{item.ItemId}#{Hash(item)}") : item).ToList();

        // Same title and first paragraph, but another text: the whole item tells them apart.
        shared = [.. named.CountBy(item => item.ItemId ?? "").Where(count => count.Value > 1).Select(count => count.Key)];
        return shared.Count == 0
            ? named
            : [.. named.Select(item => shared.Contains(item.ItemId ?? "") ? item.WithId($"{item.ItemId}#{ItemId.OfContent(null, Json(item))}") : item).DistinctBy(item => item.ItemId)];
    }

    private static List<ParsedItem> Distinct(IReadOnlyList<ParsedItem> items, HashSet<string> shared)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. items.Where(item => !shared.Contains(item.ItemId ?? "") || seen.Add(Content(item)))];
    }

    /// <summary>Returns what makes items of one id equal. Of a rejection that is its reason: the detail may name a line, and so depend on what stands before.</summary>
    private static string Content(ParsedItem item) =>
        item is { ItemId: { } id, Rejection: { } rejection } ? $"{rejection.Reason} {id}" : Json(item);

    private static string Hash(ParsedItem item) => item.Article is { } article
        ? ItemId.OfContent(article.Title, FirstParagraph(article))
        : ItemId.OfContent(item.Rejection!.Reason, item.Rejection.Detail);

    private static string? FirstParagraph(Article article)
    {
        var block = article.Blocks.FirstOrDefault(candidate => candidate.Kind != BlockKind.Heading);
        return article.Text.Substring(block.Span.Start, block.Span.Length);
    }

    private static string Json(ParsedItem item) => JsonSerializer.Serialize(item, PipelineJson.Options);
}
