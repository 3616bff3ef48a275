using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Reads the language that a page declares.</summary>
internal static class DeclaredLanguage
{
    /// <summary>Returns the ISO 639-1 code, lower case, or null.</summary>
    public static string? Find(HtmlPage page)
    {
        foreach (var tag in (ReadOnlySpan<string?>)[page.Article.Text("inLanguage"), page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("xml:lang"), page.Meta.First("og:locale"), page.Meta.First("content-language", "language", "dc.language", "dcterms.language")])
        {
            if (LanguageTag.Parse(tag) is { } code)
            {
                return code;
            }
        }

        return null;
    }
}
