using Pipeline.Text.Parsing.Html.Metadata;
using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Takes from what a page says of itself what helps to find the body.</summary>
internal static class PageFactsReader
{
    /// <summary>Reads a page: the longest description and the longest <c>articleBody</c> of those that it gives.</summary>
    public static PageFacts Read(HtmlPage page, HtmlMetadata metadata) => new(
        [.. page.Meta.All("og:title").Concat(page.Meta.All("twitter:title")).Append(page.TitleElement).Where(title => title.Length > 0).Distinct()],
        Longest(page.Meta.All("og:description").Concat(page.Meta.All("description"))),
        metadata.Authors,
        metadata.Source ?? string.Empty,
        Longest(page.Graph.Nodes.SelectMany(node => JsonLdValues.Raw(node["articleBody"]))));

    private static string Longest(IEnumerable<string> texts) => texts.MaxBy(text => text.Length) ?? string.Empty;
}
