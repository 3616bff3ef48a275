using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>Tells a feed's own elements from those of its modules: an item may have a <c>title</c> and a <c>media:title</c>.</summary>
internal static class FeedElements
{
    private const string DublinCoreAddress = "http://purl.org/dc/";
    private const string ContentAddress = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>Returns the first child of that name in the element's own vocabulary.</summary>
    public static XElement? Own(this XElement element, string name) => element.OwnAll(name).FirstOrDefault();

    /// <summary>Returns the children of that name in the element's own vocabulary.</summary>
    public static IEnumerable<XElement> OwnAll(this XElement element, string name) => element.Elements(element.Name.Namespace + name);

    /// <summary>Returns the texts of the Dublin Core elements of that name.</summary>
    public static IEnumerable<string> DublinCore(this XElement element, string name) =>
        element.Children(name).Where(child => child.Name.NamespaceName.StartsWith(DublinCoreAddress, StringComparison.Ordinal)).Select(child => child.Line()).OfType<string>();

    /// <summary>Returns the full text of an RSS item, from the content module.</summary>
    public static XElement? EncodedContent(this XElement item) => item.Element(XName.Get("encoded", ContentAddress));

    /// <summary>Returns markup: escaped in the element's text, or, as XHTML and by mistake, as elements.</summary>
    public static string? Markup(XElement? element) =>
        element is null ? null : element.HasElements ? XmlMarkup.ToHtml(element) : string.IsNullOrWhiteSpace(element.Value) ? null : element.Value;

    /// <summary>Returns the subject of a category.</summary>
    public static Subject? Subject(string? scheme, string? term, string? label) =>
        Subjects.IsMediaTopics(scheme) || Subjects.Create(term, null) is { Scheme: Subjects.MediaTopics }
            ? Subjects.Create(term, label, scheme)
            : Subjects.Create(null, label ?? term);
}
