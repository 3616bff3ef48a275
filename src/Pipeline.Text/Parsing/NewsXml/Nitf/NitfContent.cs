using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Names;
using Pipeline.Text.Parsing.Html;

namespace Pipeline.Text.Parsing.NewsXml.Nitf;

/// <summary>Reads the parts of NITF that stand alone in a file or inside a NewsML-G2 item: headlines, byline, body.</summary>
internal static class NitfContent
{
    /// <summary>Returns the headline, or the document's title.</summary>
    public static string? Title(XElement nitf)
    {
        var headline = nitf.Path("body", "body.head", "hedline");
        return headline.Child("hl1").Line() ?? headline.Line() ?? nitf.Path("head", "title").Line() ?? nitf.Descendant("hl1").Line();
    }

    /// <summary>Returns the authors of the bylines, without their titles.</summary>
    public static AuthorList Authors(XElement nitf)
    {
        var authors = new AuthorList();
        var head = nitf.Path("body", "body.head");
        foreach (var byline in head.Children("byline"))
        {
            var people = byline.Descendants().Where(element => element.Name.LocalName == "person").Select(person => person.Line()).OfType<string>().ToList();
            if (people.Count > 0)
            {
                people.ForEach(authors.Add);
            }
            else
            {
                authors.Add(string.Concat(byline.DescendantNodes().OfType<XText>().Where(text => !text.Ancestors().Any(ancestor => ancestor.Name.LocalName == "byttl")).Select(text => text.Value)));
            }
        }

        return authors;
    }

    /// <summary>Returns the body; pictures with their captions are none of it.</summary>
    public static IReadOnlyList<Passage> Body(XElement nitf, string? title)
    {
        var content = nitf.Path("body", "body.content") ?? nitf.Descendant("body.content") ?? nitf.Child("body");
        return content is null ? [] : WireSignOff.Remove(FieldBody.WithoutTitle(HtmlFragment.Read(XmlMarkup.ToHtml(content)), title));
    }
}
