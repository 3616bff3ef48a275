using System.Xml.Linq;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>Reads items of RSS 2.0 and its forerunners, and of RSS 1.0 (RDF), with the modules Content and Dublin Core.</summary>
internal static class RssItem
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="accounts">The names of authors by what they log in as.</param>
    public static FeedItem Read(XElement item, IReadOnlyDictionary<string, string> accounts)
    {
        var guid = item.Own("guid");
        var isPermaLink = guid is not null && !string.Equals(guid.Get("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
        var authors = Authors(item, accounts);
        return new FeedItem
        {
            Id = guid.Line() ?? item.Get("about") ?? item.DublinCore("identifier").FirstOrDefault(),
            Url = WebAddress.Parse(item.Own("link").Line()) ?? (isPermaLink ? WebAddress.Parse(guid.Line()) : null),
            Title = OneLine.OfMarkup(FeedElements.Markup(item.Own("title"))) ?? item.DublinCore("title").FirstOrDefault(),
            Bodies = [.. new[] { Content(item), FeedElements.Markup(item.Own("description")), item.DublinCore("description").FirstOrDefault() }.OfType<string>()],
            Published = First(item.OwnAll("pubDate").Select(date => date.Value).Concat(item.DublinCore("date")).Concat(item.DublinCore("issued")).Concat(item.DublinCore("created")).Append(item.Element(XName.Get("published", Atom))?.Value)),
            Modified = First(item.DublinCore("modified").Append(item.Element(XName.Get("updated", Atom))?.Value)),
            Authors = authors,
            Source = FeedTitle.Outlet(OneLine.OfMarkup(item.Own("source")?.Value)) ?? item.DublinCore("publisher").FirstOrDefault() ?? authors.Source,
            Language = LanguageTag.Parse(item.DublinCore("language").FirstOrDefault()),
            Subjects = [.. item.OwnAll("category").Select(category => FeedElements.Subject(category.Get("domain"), category.Line(), null)).Concat(item.DublinCore("subject").Select(subject => FeedElements.Subject(null, subject, null))).OfType<Subject>().Distinct()],
        };
    }

    private static string? Content(XElement item) =>
        FeedElements.Markup(item.EncodedContent()) is { } content ? WordPressExport.IsItem(item) ? WordPressText.ToHtml(content) : content : null;

    private static AuthorList Authors(XElement item, IReadOnlyDictionary<string, string> accounts)
    {
        var authors = new AuthorList();
        foreach (var creator in item.DublinCore("creator"))
        {
            authors.Add(accounts.GetValueOrDefault(creator, creator));
        }

        if (authors.Names.Count == 0)
        {
            authors.Add(item.Own("author").Line());
            authors.Add(item.Element(XName.Get("author", Atom)).Child("name").Line());
        }

        return authors;
    }

    private static PublicationDate? First(IEnumerable<string?> dates) => dates.Select(MachineDate.Parse).FirstOrDefault(date => date is not null);
}
