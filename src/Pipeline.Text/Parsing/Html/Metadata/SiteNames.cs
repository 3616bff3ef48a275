using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>The names of the site that a page belongs to, as the page gives them, and its domain.</summary>
internal sealed class SiteNames
{
    private readonly List<string> _names;
    private readonly HashSet<string> _keys;
    private readonly string _host;

    private SiteNames(List<string> names, string host)
    {
        _names = names;
        _keys = [.. names.Select(Key).Where(key => key.Length > 0)];
        _host = host;
    }

    /// <summary>Gets the publisher's name; null where the page gives none.</summary>
    public string? Publisher => _names.FirstOrDefault();

    /// <summary>Reads the names of a page.</summary>
    public static SiteNames Read(HtmlPage page, string? address)
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

        names.RemoveAll(name => name.Length > 80 || name.Contains("://", StringComparison.Ordinal));
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : "";
        return new SiteNames(names, Key(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host));
    }

    /// <summary>Tells whether a text is one of the names, punctuation and spaces apart.</summary>
    public bool IsName(string text) => Key(text) is { Length: > 0 } key && (_keys.Contains(key) || key == _host || (key.StartsWith("the", StringComparison.Ordinal) && _keys.Contains(key[3..])));

    /// <summary>Tells whether a text is one of the names, or a part of one or of the domain, or has one in it with a little more.</summary>
    public bool IsNear(string text)
    {
        var key = Key(text);
        return IsName(text)
            || (key.Length >= 4 && _host.StartsWith(key, StringComparison.Ordinal))
            || (key.Length >= 6 && _host.Contains(key, StringComparison.Ordinal))
            || _keys.Any(name => name.Length >= 4 && key.Length >= 4 && (name.Contains(key, StringComparison.Ordinal) || (key.Contains(name, StringComparison.Ordinal) && key.Length <= 2 * name.Length)));
    }

    /// <summary>Returns the letters and digits of a text in lower case.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
