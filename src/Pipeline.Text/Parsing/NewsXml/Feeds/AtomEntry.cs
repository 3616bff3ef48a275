using System.Xml.Linq;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>Reads entries of Atom (RFC 4287).</summary>
internal static class AtomEntry
{
    /// <summary>Reads an entry.</summary>
    public static FeedItem Read(XElement entry)
    {
        var source = entry.Own("source");
        var authors = Authors(entry);
        if (authors.Names.Count == 0 && source is not null)
        {
            authors = Authors(source);
        }

        return new FeedItem
        {
            Id = entry.Own("id").Line(),
            Url = Link(entry) ?? WebAddress.Parse(entry.Own("id").Line()),
            Title = OneLine.OfMarkup(FeedElements.Markup(entry.Own("title"))),
            Bodies = [.. new[] { Content(entry.Own("content")), FeedElements.Markup(entry.Own("summary")) }.OfType<string>()],
            Published = MachineDate.Parse((entry.Own("published") ?? entry.Own("issued")).Line()),
            Modified = MachineDate.Parse((entry.Own("updated") ?? entry.Own("modified")).Line()),
            Authors = authors,
            Source = FeedTitle.Outlet(OneLine.OfMarkup(source?.Own("title")?.Value)) ?? authors.Source,
            Language = LanguageTag.Parse(entry.Get("lang") ?? entry.Own("content").Get("lang")),
            Subjects = [.. entry.OwnAll("category").Select(category => FeedElements.Subject(category.Get("scheme"), category.Get("term"), category.Get("label"))).OfType<Subject>().Distinct()],
        };
    }

    /// <summary>Returns the people that an entry, its source or a feed names as authors.</summary>
    public static AuthorList Authors(XElement element)
    {
        var authors = new AuthorList();
        foreach (var author in element.OwnAll("author"))
        {
            authors.Add(author.Own("name").Line());
        }

        return authors;
    }

    /// <summary>Returns the content where it is text: RFC 4287, section 4.1.3, allows any media type, and content that stands elsewhere.</summary>
    private static string? Content(XElement? content)
    {
        var isText = content.Get("type") is not { } type || type is "text" or "html" or "xhtml" || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("xhtml", StringComparison.OrdinalIgnoreCase);
        return isText ? FeedElements.Markup(content) : null;
    }

    private static string? Link(XElement entry) =>
        WebAddress.Parse(entry.OwnAll("link").FirstOrDefault(link => link.Get("rel") is null or "alternate" && link.Get("type") is null or "text/html" or "application/xhtml+xml").Get("href"));
}
