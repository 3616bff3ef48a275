using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.NewsXml.NewsMl;

/// <summary>Reads who wrote a news item: the byline, else its creators, else its contributors.</summary>
internal static class NewsMlAuthors
{
    /// <summary>Returns the authors.</summary>
    public static AuthorList Read(XElement? metadata, NewsMlContent content)
    {
        foreach (var names in (ReadOnlySpan<string>)["by", "creator", "contributor"])
        {
            var authors = new AuthorList();
            foreach (var element in metadata.Children(names))
            {
                authors.Add(names == "by" ? element.Line() : Name(element));
            }

            if (authors.Names.Count > 0)
            {
                return authors;
            }
        }

        return content.Authors;
    }

    /// <summary>Returns the name of an organisation: spelt out, or the code without its scheme (<c>nprov:AFP</c>).</summary>
    public static string? Organisation(XElement? element) =>
        element is null ? null
        : Name(element) ?? (element.Get("qcode") is { } code && code.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && colon + 1 < code.Length ? code[(colon + 1)..] : null);

    private static string? Name(XElement element) => element.Child("name").Line() ?? element.Get("literal");
}
