using Pipeline.Text.Parsing.Elements.Titles;
using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Finds the names that a page gives its site: JSON-LD, OpenGraph, <c>meta</c> elements, in that order.</summary>
internal static class SiteNamesFinder
{
    /// <summary>Returns the names.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">Its address, or null where that is not known.</param>
    public static SiteNames Find(HtmlPage page, string? address)
    {
        var names = new List<string>();
        foreach (var publisher in page.Article.Values(page.Article.Article, "publisher").Concat(page.Article.Values(page.Article.Page, "publisher")))
        {
            names.AddRange(JsonLdValues.Texts(publisher));
        }

        names.AddRange(page.Meta.All("og:site_name"));
        names.AddRange(page.Graph.Nodes.Where(node => JsonLdValues.IsOfType(node, "WebSite")).SelectMany(node => JsonLdValues.Texts(node["name"]).Concat(JsonLdValues.Texts(node["alternateName"]))));
        foreach (var name in (ReadOnlySpan<string>)["application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "publisher", "citation_publisher", "sitename", "cre", "copyright"])
        {
            names.AddRange(page.Meta.All(name));
        }

        return new SiteNames(names, address);
    }
}
