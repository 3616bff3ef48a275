using System.Xml.Linq;

namespace Pipeline.Text.Parsing.NewsXml;

/// <summary>Decodes and parses an XML file.</summary>
internal static class XmlFile
{
    /// <summary>Returns the root element, or says why there is none.</summary>
    public static XElement? Read(SourceFile file, ParsingOptions options, out Rejection? rejection, CancellationToken cancellationToken) =>
        ReadText(file, out rejection) is { } text ? XmlTree.Parse(text, options.MaxElementDepth, out rejection, cancellationToken) : null;

    /// <summary>Returns the text without declaration, or says why there is none.</summary>
    public static string? ReadText(SourceFile file, out Rejection? rejection)
    {
        var decoded = XmlText.Decode(file.Content.Span);
        rejection = decoded.IsText && string.IsNullOrWhiteSpace(decoded.Text) ? new Rejection(RejectionReason.Empty, "The file holds nothing but white space.") : decoded.Rejection;
        return rejection is null ? decoded.Text : null;
    }
}
