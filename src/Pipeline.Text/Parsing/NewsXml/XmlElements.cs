using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.NewsXml;

/// <summary>Finds elements by their local names: news files declare the right namespaces, older ones, or none.</summary>
internal static class XmlElements
{
    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    public static XElement? Child(this XElement? element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>Follows a path of children; null where a step is missing.</summary>
    public static XElement? Path(this XElement? element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            element = element.Child(name);
        }

        return element;
    }

    public static XElement? Descendant(this XElement? element, string name) =>
        element?.Descendants().FirstOrDefault(descendant => descendant.Name.LocalName == name);

    /// <summary>Returns an attribute's value, or null where it is missing or blank.</summary>
    public static string? Get(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>Returns the text of an element and all within, one line; null where there is none.</summary>
    public static string? Line(this XElement? element) => OneLine.Of(element?.Value);
}
