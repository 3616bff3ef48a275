using AngleSharp.Html.Dom;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Reads what a page says of the article on it.</summary>
internal static class HtmlMetadataReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="document">The page, as parsed: nothing taken out of it yet.</param>
    /// <param name="address">The address it was fetched from, or null where that is not known.</param>
    /// <param name="received">When the file came, or null where that is not known: dates past it are misread.</param>
    public static HtmlMetadata Read(IHtmlDocument document, string? address, DateTimeOffset? received)
    {
        var headline = document.QuerySelector("h1");
        var title = headline?.TextContent ?? document.Title ?? "";
        title = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new HtmlMetadata
        {
            Title = title.Length > 0 ? title : null,
            Headline = title.Length > 0 ? headline : null,
            Url = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.GetLeftPart(UriPartial.Query) : null,
        };
    }
}
