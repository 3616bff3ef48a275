using System.Xml;
using System.Xml.Linq;

namespace Pipeline.Text.Parsing.NewsXml;

/// <summary>Parses XML into a tree: no external entity is fetched, no entity of a document type is expanded, the depth is bounded.</summary>
internal static class XmlTree
{
    private const int NodesPerCheck = 1_000;

    /// <summary>Gets how every XML file is read.</summary>
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1_024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Parses a file, and a second time with what feeds often get wrong repaired where the first fails.</summary>
    /// <param name="text">The text, without declaration.</param>
    /// <param name="maxDepth">The deepest nesting.</param>
    /// <param name="rejection">Why there is no tree.</param>
    /// <param name="cancellationToken">Ends the parsing early.</param>
    public static XElement? Parse(string text, int maxDepth, out Rejection? rejection, CancellationToken cancellationToken)
    {
        var root = Load(text, maxDepth, out rejection, cancellationToken);
        if (rejection?.Reason != RejectionReason.Malformed)
        {
            return root;
        }

        var repaired = XmlRepair.Repair(text);
        return repaired == text ? null : Load(repaired, maxDepth, out rejection, cancellationToken);
    }

    private static XElement? Load(string text, int maxDepth, out Rejection? rejection, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var root = Load(reader, maxDepth, cancellationToken);
            rejection = root is null ? new Rejection(RejectionReason.TooDeep, $"Elements are nested deeper than {maxDepth}.") : null;
            return root;
        }
        catch (XmlException exception)
        {
            rejection = new Rejection(RejectionReason.Malformed, $"Line {exception.LineNumber} is not well-formed XML, at character {exception.LinePosition} of it.");
            return null;
        }
    }

    private static XElement? Load(XmlReader reader, int maxDepth, CancellationToken cancellationToken)
    {
        XElement? root = null, parent = null;
        for (var nodes = 0; reader.Read(); nodes++)
        {
            if (nodes % NodesPerCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.Depth >= maxDepth)
                {
                    return null;
                }

                var element = ReadElement(reader);
                parent?.Add(element);
                root ??= element;
                parent = reader.IsEmptyElement ? parent : element;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                parent = parent?.Parent;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                parent?.Add(new XText(reader.Value));
            }
        }

        return root;
    }

    private static XElement ReadElement(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }

        reader.MoveToElement();
        return element;
    }
}
