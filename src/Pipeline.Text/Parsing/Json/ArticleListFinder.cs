using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>
/// Finds the articles of a document. A list is a list of articles. An object with a body is one article. In any other
/// object the lists nearest to its root that hold at least one object that looks like an article are the articles'
/// (<c>articles</c>, <c>response.results</c>, <c>@graph</c>, …, whatever they are called); where there is none the object is the article.
/// </summary>
internal static class ArticleListFinder
{
    private const int MaxDepth = 5;
    private const int ElementsLookedAt = 20;

    private static readonly FrozenSet<string> OtherLists =
        ("related relatedarticles related_articles comments images image media multimedia authors author contributors byline person tags categories keywords subjects links breadcrumb breadcrumbs "
        + "videos attachments enclosures mentions about facets haspart pagination meta errors recommendations most_read mostread trending").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the articles, and whether they are a list: then each has an id, be it only one.</summary>
    public static (IReadOnlyList<JsonElement> Items, bool IsList) Find(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            return (JsonLinkedData.WithoutOtherThings([.. root.EnumerateArray()]), true);
        }

        if (root.ValueKind != JsonValueKind.Object || ArticleFields.Read(root).HasBody)
        {
            return ([root], false);
        }

        var level = new List<JsonElement> { root };
        for (var depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            var (lists, objects) = Survey(level);
            if (lists.Count > 0)
            {
                return (JsonLinkedData.WithoutOtherThings(lists), true);
            }

            level = objects;
        }

        return ([root], false);
    }

    private static (List<JsonElement> Articles, List<JsonElement> Objects) Survey(List<JsonElement> level)
    {
        var (articles, objects) = (new List<JsonElement>(), new List<JsonElement>());
        foreach (var property in level.SelectMany(element => element.EnumerateObject()))
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                objects.Add(property.Value);
            }
            else if (property.Value.ValueKind == JsonValueKind.Array && !OtherLists.Contains(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property))))
            {
                List<JsonElement> first = [.. property.Value.EnumerateArray().Take(ElementsLookedAt)];
                if (first.Exists(entry => ArticleFields.Read(entry).LooksLikeArticle))
                {
                    articles.AddRange(property.Value.EnumerateArray());
                }
                else
                {
                    objects.AddRange(first.Where(entry => entry.ValueKind == JsonValueKind.Object));
                }
            }
        }

        return (articles, objects);
    }
}
