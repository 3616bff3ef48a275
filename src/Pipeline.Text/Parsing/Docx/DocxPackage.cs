using System.IO.Compression;
using System.Xml;
using Pipeline.Text.Parsing.Unpacking;
using Pipeline.Text.Parsing.Unpacking.Zip;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>
/// Opens the few parts of a Word document that hold its text. Nothing else is expanded, no relation is followed but those
/// between these parts, no macro is looked at.
/// </summary>
/// <remarks>
/// The parts are read as they stream by. A tree of them, as the Open XML SDK builds, takes ten times their memory, is
/// walked by recursion, and fails as a whole where one link in the document is no valid address.
/// </remarks>
internal sealed class DocxPackage : IDisposable
{
    // A long novel has 10 MB of markup.
    private const int MaxPartBytes = 64 * 1024 * 1024;

    // ParsingOptions.MaxExpansionRatio concerns what is longer.
    private const int FreeBytes = 1024 * 1024;

    private const string MainPart = "word/document.xml";

    private readonly ZipArchive _archive;
    private readonly ParsingOptions _options;
    private readonly CancellationToken _cancellationToken;

    private DocxPackage(ZipArchive archive, ParsingOptions options, CancellationToken cancellationToken)
    {
        (_archive, _options, _cancellationToken) = (archive, options, cancellationToken);
    }

    /// <summary>Opens a package, after a look at what its directory claims.</summary>
    /// <exception cref="DocxLimitException">It has too many entries, or they expand too far.</exception>
    public static DocxPackage Open(ReadOnlyMemory<byte> file, ParsingOptions options, CancellationToken cancellationToken)
    {
        CheckClaims(file.Span, options);
        return new DocxPackage(new ZipArchive(ContentStream.Open(file), ZipArchiveMode.Read), options, cancellationToken);
    }

    /// <summary>Opens the main part.</summary>
    public XmlReader? OpenDocument() => OpenRelated("_rels/.rels", "/officeDocument", MainPart);

    /// <summary>Opens the styles, or returns null where there are none.</summary>
    public XmlReader? OpenStyles() => Open("word/styles.xml");

    /// <summary>Opens the properties, or returns null where there are none.</summary>
    public XmlReader? OpenProperties() => OpenRelated("_rels/.rels", "/core-properties", "docProps/core.xml");

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static void CheckClaims(ReadOnlySpan<byte> file, ParsingOptions options)
    {
        // A directory that breaks off is judged by who opens the archive; what it claims so far counts.
        var entries = ZipDirectory.Read(file, options.MaxItems).Entries;
        if (entries.Count > options.MaxItems)
        {
            throw new DocxLimitException(RejectionReason.TooMany, $"The document has more than {options.MaxItems} parts.");
        }

        long total = 0;
        foreach (var entry in entries)
        {
            // Unchecked, and up to 64 bits long: held apart before they are added up.
            var (expanded, compressed) = (entry.Length, Math.Max(1, entry.CompressedLength));
            if (expanded < 0 || expanded > options.MaxExpandedBytes - total || (expanded > FreeBytes && expanded / compressed > options.MaxExpansionRatio))
            {
                throw new DocxLimitException(RejectionReason.ExpandsTooFar, $"The document expands to more than {options.MaxExpandedBytes} bytes, or a part of it {options.MaxExpansionRatio} times.");
            }

            total += expanded;
        }
    }

    /// <summary>Opens the target of a relation of the package, or the part that has the usual name.</summary>
    private XmlReader? OpenRelated(string relations, string type, string usual)
    {
        using var reader = Open(relations);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("Type")?.EndsWith(type, StringComparison.Ordinal) == true
                && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Target") is { } target && Open(target.TrimStart('/')) is { } part)
            {
                return part;
            }
        }

        return Open(usual);
    }

    private XmlReader? Open(string name)
    {
        if (_archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        var limit = Math.Min(Math.Min(MaxPartBytes, _options.MaxExpandedBytes), Math.Max(FreeBytes, entry.CompressedLength * _options.MaxExpansionRatio));
        var expanded = 0L;
        var part = new CountingStream(entry.Open(), read =>
        {
            _cancellationToken.ThrowIfCancellationRequested();
            expanded += read;
            if (expanded > limit)
            {
                throw new DocxLimitException(RejectionReason.ExpandsTooFar, $"A part of the document expands to more than {limit} bytes.");
            }
        });
        return XmlReader.Create(part, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }
}
