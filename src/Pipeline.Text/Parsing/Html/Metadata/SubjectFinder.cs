using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Collects what the publisher says an article is about: sections, tags, keywords, topics.</summary>
internal static class SubjectFinder
{
    // Lists of keywords for search engines reach hundreds; the first are meant. Chosen.
    private const int MaxSubjects = 30;
    private const int MaxLength = 80;

    /// <summary>Returns the names, in order, without repetition; at most 30.</summary>
    public static IReadOnlyList<Subject> Find(HtmlPage page)
    {
        var article = page.Article;
        var node = article.Article ?? article.Page;
        IEnumerable<string> names =
        [
            .. JsonLdValues.Texts(node?["articleSection"]),
            .. page.Meta.All("article:section"),
            .. page.Meta.All("parsely-section"),
            .. article.Values(node, "about").SelectMany(JsonLdValues.Texts),
            .. JsonLdValues.Texts(node?["keywords"]).SelectMany(Subjects.Split),
            .. page.Meta.All("article:tag").SelectMany(Subjects.Split),
            .. page.Meta.All("parsely-tags").SelectMany(Subjects.Split),
            .. page.Meta.All("news_keywords").SelectMany(Subjects.Split),
            .. page.Meta.All("sailthru.tags").SelectMany(Subjects.Split),
        ];
        return
        [
            .. names.Where(name => name.Length is > 1 and <= MaxLength && !name.StartsWith('{'))
                .Select(Subjects.OfKeyword).OfType<Subject>().Where(subject => subject.Name?.Contains("://", StringComparison.Ordinal) != true)
                .DistinctBy(subject => subject.Name ?? subject.Code, StringComparer.OrdinalIgnoreCase).Take(MaxSubjects),
        ];
    }
}
