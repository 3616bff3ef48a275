namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>
/// Reads what a page says of the article on it: JSON-LD, <c>meta</c> elements, microdata, marked elements, the lines around
/// the headline, the address. Which source is believed is decided field by field: see <see cref="HeadlineFinder"/>,
/// <see cref="DateTrust"/> and <see cref="AuthorFinder"/>. Any page returns, in time linear in its size.
/// </summary>
internal static class HtmlMetadataReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="page">The page, as parsed: nothing taken out of it yet.</param>
    /// <param name="received">When the file came, or null where that is not known: dates past it are misread.</param>
    public static HtmlMetadata Read(HtmlPage page, DateTimeOffset? received)
    {
        var headline = HeadlineFinder.Find(page);
        var (published, modified) = DateFinder.Find(page, headline, received);
        return new HtmlMetadata
        {
            Title = headline.Title,
            Published = published,
            Modified = modified,
            Authors = AuthorFinder.Find(page, headline),
            Source = page.Names.Publisher,
            Url = page.Address,
            Language = DeclaredLanguage.Find(page),
            Subjects = SubjectFinder.Find(page),
            Faq = MarkedFaq.Read(page),
        };
    }
}
