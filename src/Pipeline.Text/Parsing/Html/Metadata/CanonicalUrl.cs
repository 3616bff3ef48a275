using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Html.Metadata.JsonLd;
using Pipeline.Text.Parsing.Json;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Finds the canonical address of a page: <c>link rel=canonical</c>, <c>og:url</c>, JSON-LD, the address it was fetched from, in that order.</summary>
internal static class CanonicalUrl
{
    /// <summary>Returns the address, absolute and without fragment, or null.</summary>
    public static string? Find(HtmlPage page, string? address)
    {
        var root = WebAddress.Resolve(address, null);
        var links = page.Document.Head?.QuerySelectorAll("link[rel]").Where(link => string.Equals(link.GetAttribute("rel")?.Trim(), "canonical", StringComparison.OrdinalIgnoreCase)).Select(link => link.GetAttribute("href")) ?? [];
        var candidates = links
            .Append(page.Meta.First("og:url", "parsely-link", "twitter:url"))
            .Concat(page.Graph.Nodes.Where(node => JsonLdValues.IsOfType(node, JsonLinkedData.ArticleTypes)).Select(node => JsonLdValues.Text(node["url"]) ?? JsonLdValues.Text(node["mainEntityOfPage"])));
        foreach (var candidate in candidates)
        {
            // A canonical address that is a site's front page names the site, not the article.
            if (WebAddress.Resolve(candidate, root) is { } found && !(found.AbsolutePath == "/" && root is { AbsolutePath: not "/" }))
            {
                return found.GetLeftPart(UriPartial.Query);
            }
        }

        return root?.GetLeftPart(UriPartial.Query);
    }
}
