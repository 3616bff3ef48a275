using System.Globalization;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Reads the language that a page declares.</summary>
internal static class DeclaredLanguage
{
    /// <summary>Returns the ISO 639-1 code, lower case, or null.</summary>
    public static string? Find(HtmlPage page)
    {
        foreach (var tag in (ReadOnlySpan<string?>)[page.Article.Text("inLanguage"), page.Document.DocumentElement.GetAttribute("lang"), page.Document.DocumentElement.GetAttribute("xml:lang"), page.Meta.First("og:locale"), page.Meta.First("content-language", "language", "dc.language", "dcterms.language")])
        {
            if (Code(tag) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>Returns the code of a language tag: <c>en</c> of <c>en-GB</c>, <c>en_US</c> and <c>eng</c>.</summary>
    public static string? Code(string? tag)
    {
        var primary = tag?.Trim().Split('-', '_', ',', ' ')[0].ToLowerInvariant();
        if (primary is not { Length: 2 or 3 } || !primary.All(char.IsAsciiLetterLower))
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(primary).TwoLetterISOLanguageName is { Length: 2 } code ? code : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
