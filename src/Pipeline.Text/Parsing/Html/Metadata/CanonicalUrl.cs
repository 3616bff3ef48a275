using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Finds the canonical address of a page: <c>link rel=canonical</c>, <c>og:url</c>, JSON-LD, the address it was fetched from, in that order.</summary>
internal static class CanonicalUrl
{
    // What browsers and search engines take. Chosen.
    private const int MaxLength = 2_048;

    /// <summary>Returns the address, absolute and without fragment, or null.</summary>
    public static string? Find(HtmlPage page, string? address)
    {
        var root = Absolute(address, null);
        var links = page.Document.Head?.QuerySelectorAll("link[rel]").Where(link => string.Equals(link.GetAttribute("rel")?.Trim(), "canonical", StringComparison.OrdinalIgnoreCase)).Select(link => link.GetAttribute("href")) ?? [];
        var candidates = links
            .Append(page.Meta.First("og:url", "parsely-link", "twitter:url"))
            .Concat(page.Graph.Nodes.Where(node => JsonLdValues.IsOfType(node, JsonLdArticle.Types)).Select(node => JsonLdValues.Text(node["url"]) ?? JsonLdValues.Text(node["mainEntityOfPage"])));
        foreach (var candidate in candidates)
        {
            // A canonical address that is a site's front page names the site, not the article.
            if (Absolute(candidate, root) is { } found && !(found.AbsolutePath == "/" && root is { AbsolutePath: not "/" }))
            {
                return found.GetLeftPart(UriPartial.Query);
            }
        }

        return root?.GetLeftPart(UriPartial.Query);
    }

    private static Uri? Absolute(string? value, Uri? root)
    {
        value = value?.Trim();
        if (string.IsNullOrEmpty(value) || value.Length > MaxLength)
        {
            return null;
        }

        // "/path" is an absolute file name on some systems.
        var found = value.StartsWith('/') && root is null ? null
            : !value.StartsWith('/') && Uri.TryCreate(value, UriKind.Absolute, out var absolute) ? absolute
            : root is not null && Uri.TryCreate(root, value, out var relative) ? relative
            : null;
        return found is { Scheme: "http" or "https", Host.Length: > 0 } ? found : null;
    }
}
