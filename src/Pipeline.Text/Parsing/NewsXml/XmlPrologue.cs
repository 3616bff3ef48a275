using System.Xml;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.NewsXml;

/// <summary>The root element of an XML file, read without the rest.</summary>
/// <param name="Name">Its local name.</param>
/// <param name="Namespace">Its namespace; empty where it has none.</param>
/// <param name="Namespaces">Every namespace that it declares.</param>
internal sealed record XmlPrologue(string Name, string Namespace, IReadOnlyList<string> Namespaces)
{
    /// <summary>Returns the root element, or null where the file does not start as XML, or as a page of HTML with its document type.</summary>
    public static XmlPrologue? Read(ReadOnlySpan<byte> content)
    {
        // Most files in question are web pages: not worth a parser of XML.
        var few = TextPrefix.ReadFew(content);
        if (few is not ("" or ['<', ..]) || few.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var start = TextPrefix.Read(content);
        if (start is not ['<', '?' or '!' or '_' or >= 'A' and <= 'z', ..])
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(XmlText.WithoutDeclaration(start)), XmlTree.Settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    var (name, space) = (reader.LocalName, reader.NamespaceURI);
                    return new XmlPrologue(name, space, Declared(reader));
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return null;
    }

    private static List<string> Declared(XmlReader reader)
    {
        var namespaces = new List<string>();
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns")
            {
                namespaces.Add(reader.Value);
            }
        }

        return namespaces;
    }
}
