using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Names;
using Pipeline.Text.Parsing.Html;
using Pipeline.Text.Parsing.NewsXml.Nitf;

namespace Pipeline.Text.Parsing.NewsXml.NewsMl;

/// <summary>The rendition of a news item's content that holds its text: NITF or XHTML, else HTML or plain text in one string.</summary>
internal sealed class NewsMlContent
{
    private readonly XElement _element;
    private readonly XElement _rendition;

    private NewsMlContent(XElement rendition, XElement element) => (_rendition, _element) = (rendition, element);

    /// <summary>Gets the title inside the content.</summary>
    public string? Title => IsNitf ? NitfContent.Title(_element) : _element.Path("head", "title").Line();

    /// <summary>Gets the language of the rendition.</summary>
    public string? Language => _rendition.Get("lang") ?? _element.Get("lang");

    /// <summary>Gets the authors that the content itself names.</summary>
    public AuthorList Authors => IsNitf ? NitfContent.Authors(_element) : new AuthorList();

    private bool IsNitf => _element.Name.LocalName == "nitf";

    /// <summary>Returns the best rendition, or null where none is text.</summary>
    public static NewsMlContent? Find(XElement? contentSet)
    {
        foreach (var rendition in contentSet.Children("inlineXML"))
        {
            // An item's text, not another item or a picture's description.
            if (rendition.Elements().FirstOrDefault() is { Name.LocalName: "nitf" or "html" or "body" or "div" or "article" or "section" or "p" } element)
            {
                return new NewsMlContent(rendition, element.Name.LocalName is "nitf" or "html" ? element : rendition);
            }
        }

        var texts = contentSet.Children("inlineData")
            .Where(data => data.Get("encoding") is null && (data.Get("contenttype") is not { } type || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("html", StringComparison.OrdinalIgnoreCase)) && data.Line() is not null)
            .ToList();
        var best = texts.Find(data => data.Get("contenttype")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true) ?? texts.FirstOrDefault();
        return best is null ? null : new NewsMlContent(best, best);
    }

    /// <summary>Returns the body.</summary>
    public IReadOnlyList<Passage> Read(string? title)
    {
        if (IsNitf)
        {
            return NitfContent.Body(_element, title);
        }

        return WireSignOff.Remove(_rendition.Name.LocalName == "inlineData"
            ? FieldBody.Read(_rendition.Value, title)
            : FieldBody.WithoutTitle(HtmlFragment.Read(XmlMarkup.ToHtml(_element.Child("body") ?? _element)), title));
    }
}
