using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Pipeline.Text.Parsing.NewsXml;

/// <summary>Writes an element as HTML, so that markup inside XML (XHTML, NITF) is read as all HTML is.</summary>
internal static class XmlMarkup
{
    // The blocks of NITF under the names that HTML has for them; the others are the same, and what stands inside paragraphs does not matter.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["block"] = "div",
        ["bq"] = "blockquote",
        ["nitf-table"] = "div",
        ["hl1"] = "h2",
        ["hl2"] = "h2",
        ["body.content"] = "div",
        ["credit"] = "cite",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks =
        "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote table thead tbody tfoot caption tr td th pre br hr section article details summary".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Not text of the article: pictures with their captions, notes, scripts.
    private static readonly FrozenSet<string> Unread =
        "media media-caption media-caption-text media-metadata figure figcaption fn script style iframe object video audio nav form head note table-metadata nitf-table-metadata".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Kept = "a b i em strong q cite span code sub sup time".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns what is inside an element as HTML; attributes are left out.</summary>
    public static string ToHtml(XElement element)
    {
        var html = new StringBuilder();
        Append(html, element.Nodes());
        return html.ToString();
    }

    // The tree is no deeper than the limit on elements, so that recursion is safe.
    private static void Append(StringBuilder html, IEnumerable<XNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is XText text)
            {
                html.Append(WebUtility.HtmlEncode(text.Value));
            }
            else if (node is XElement element && !Unread.Contains(element.Name.LocalName))
            {
                Append(html, element);
            }
        }
    }

    private static void Append(StringBuilder html, XElement element)
    {
        var name = Names.GetValueOrDefault(element.Name.LocalName, element.Name.LocalName);
        if (name is "br" or "hr")
        {
            html.Append('<').Append(name).Append('>');
            return;
        }

        var tag = Blocks.Contains(name) || Kept.Contains(name);
        if (tag)
        {
            html.Append('<').Append(name).Append('>');
        }

        Append(html, element.Nodes());
        if (tag)
        {
            html.Append("</").Append(name).Append('>');
        }
    }
}
