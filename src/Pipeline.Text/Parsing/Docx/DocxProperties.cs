using System.Xml;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Documents;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>What the properties of a document say of the article.</summary>
/// <param name="Title">The title, where a person seems to have written it.</param>
/// <param name="Authors">The authors, where they are persons.</param>
/// <param name="Created">When the document was started.</param>
internal sealed record DocxProperties(string? Title, IReadOnlyList<string> Authors, PublicationDate? Created)
{
    /// <summary>Reads the part; null gives no properties.</summary>
    public static DocxProperties Read(XmlReader? reader)
    {
        string? title = null, creator = null, created = null;
        var name = string.Empty;
        while (reader?.Read() == true)
        {
            name = reader.NodeType == XmlNodeType.Element ? reader.LocalName : reader.NodeType == XmlNodeType.EndElement ? string.Empty : name;
            if (reader.NodeType == XmlNodeType.Text)
            {
                title ??= name == "title" ? reader.Value : null;
                creator ??= name == "creator" ? reader.Value : null;
                created ??= name == "created" ? reader.Value : null;
            }
        }

        return new DocxProperties(
            DocumentProperties.Title(title),
            DocumentProperties.Authors(creator),
            PublicationDateParser.TryParse(created, out var date) ? date : null);
    }
}
