using System.Security.Cryptography;
using System.Text.Json;

namespace Pipeline.Text.Parsing;

/// <summary>
/// Sees to it that each item of a file has an id of its own. Equal articles under one id are one item; different ones
/// get the id and a hash of title and first paragraph, all of them, so that the order of the file does not matter.
/// </summary>
internal static class ItemIdentity
{
    // A second round is needed only where a file's own ids look like those made here, a third where that is on purpose.
    private const int MaxRounds = 3;

    /// <summary>Returns the items with distinct ids, in order.</summary>
    /// <param name="items">The items of one file; one without an id is left as it is.</param>
    public static IReadOnlyList<ParsedItem> Distinguish(IReadOnlyList<ParsedItem> items)
    {
        for (var round = 0; round < MaxRounds && HasSharedIds(items); round++)
        {
            items = Separate(items);
        }

        return HasSharedIds(items) ? [.. items.DistinctBy(item => item.ItemId, StringComparer.Ordinal)] : items;
    }

    private static bool HasSharedIds(IReadOnlyList<ParsedItem> items)
    {
        var ids = new HashSet<string>(items.Count, StringComparer.Ordinal);
        return items.Any(item => item.ItemId is { } id && !ids.Add(id));
    }

    private static List<ParsedItem> Separate(IReadOnlyList<ParsedItem> items)
    {
        var groups = items.Where(item => item.ItemId is not null).GroupBy(item => item.ItemId!, StringComparer.Ordinal).ToDictionary(group => group.Key, Distinct, StringComparer.Ordinal);
        var result = new List<ParsedItem>(items.Count);
        foreach (var item in items)
        {
            if (item.ItemId is not { } id)
            {
                result.Add(item);
            }
            else if (groups.Remove(id, out var group))
            {
                result.AddRange(group);
            }
        }

        return result;
    }

    /// <summary>Returns what is left of the items of one id: articles that differ, and one rejection at most.</summary>
    private static List<ParsedItem> Distinct(IGrouping<string, ParsedItem> group)
    {
        var articles = group.Where(item => item.Article is not null).DistinctBy(item => HashOf(item.Article!), StringComparer.Ordinal).ToList();
        var rejections = group.Where(item => item.Rejection is not null).Take(1).ToList();
        if (articles.Count + rejections.Count == 1)
        {
            return [.. articles, .. rejections];
        }

        // Where even title and first paragraph are the same, the whole article tells.
        var byOpening = articles.Select(item => OpeningHash(item.Article!)).Distinct(StringComparer.Ordinal).Count() == articles.Count;
        return
        [
            .. articles.Select(item => ParsedItem.Read(item.Article!, $"{group.Key}#{(byOpening ? OpeningHash(item.Article!) : HashOf(item.Article!))}")),
            .. rejections.Select(item => ParsedItem.Rejected(item.Rejection!.Reason, item.Rejection.Detail, $"{group.Key}#{item.Rejection.Reason}")),
        ];
    }

    private static string OpeningHash(Article article)
    {
        var first = article.Blocks.Count > 0 ? article.Blocks[0].Span : default;
        return ItemId.OfContent(article.Title, article.Text.Substring(first.Start, first.Length));
    }

    private static string HashOf(Article article) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(article, PipelineJson.Options)).AsSpan(0, 16));
}
