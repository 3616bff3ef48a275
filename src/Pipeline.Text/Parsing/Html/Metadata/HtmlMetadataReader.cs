using AngleSharp.Html.Dom;
using Pipeline.Text.Parsing.Decoding;
using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>
/// Reads what a page says of the article on it: JSON-LD, <c>meta</c> elements, microdata, marked elements, the lines around
/// the headline, the address. Which source is believed is decided field by field: see <see cref="HeadlineFinder"/>,
/// <see cref="DateTrust"/> and <see cref="AuthorFinder"/>. Any page returns, in time linear in its size.
/// </summary>
internal static class HtmlMetadataReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="document">The page, as parsed: nothing taken out of it yet.</param>
    /// <param name="address">The address it was fetched from, or null where that is not known.</param>
    /// <param name="received">When the file came, or null where that is not known: dates past it are misread.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static HtmlMetadata Read(IHtmlDocument document, string? address, DateTimeOffset? received, CancellationToken cancellationToken = default)
    {
        var page = HtmlPage.Read(document, address, cancellationToken);
        var headline = HeadlineFinder.Find(page);
        var (published, modified) = DateFinder.Find(page, headline, received);
        return new HtmlMetadata
        {
            Title = headline.Title,
            Headline = headline.Element,
            Published = published,
            Modified = modified,
            Authors = AuthorFinder.Find(page, headline),
            Source = page.Names.Publisher,
            Url = page.Address,
            Language = DeclaredLanguage.Find(page),
            Subjects = SubjectFinder.Find(page),
            Section = SubjectFinder.Section(page),
            Description = page.Article.Text("description") ?? page.Meta.First("og:description", "description", "twitter:description"),
            Faq = MarkedFaq.Read(page),
            ArticleBody = JsonLdValues.Raw(page.Article.Article?["articleBody"]).Select(TextNormalizer.Normalize).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)),
        };
    }
}
