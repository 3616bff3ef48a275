using System.Xml;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Documents;
using Pipeline.Text.Parsing.Unpacking.Zip;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>Reads an article from a Word document, with macros or without, transitional or strict. Says of office files of before 2007, and of those behind a password, that they are not read.</summary>
/// <remarks>
/// The title is the paragraph in the style of titles; else the one of the properties where the first paragraphs show words
/// of it; else a heading at the top, or a line that looks like one; last the one of the properties. The authors are those
/// of the byline, else the creator of the file where that is a person. The date is the written one, else that of the
/// dateline, last the day on which the document was started.
/// </remarks>
/// <param name="assembler">Makes the article of what was read.</param>
/// <param name="options">The limits.</param>
public sealed class DocxArticleReader(ArticleAssembler assembler, ParsingOptions options) : IArticleReader
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) =>
        CompoundFile.Identify(file.Content.Span) != CompoundKind.None || ZipPackage.Identify(file.Content.Span) == ZipPackageKind.Word;

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [CompoundFile.Identify(file.Content.Span) switch
        {
            CompoundKind.Encrypted => ParsedItem.Rejected(RejectionReason.Encrypted, "The office file opens only with a password."),
            CompoundKind.OldWord => ParsedItem.Rejected(RejectionReason.Unsupported, "The file is a Word document of before 2007 (.doc); save it as .docx."),
            CompoundKind.OldOffice => ParsedItem.Rejected(RejectionReason.Unsupported, "The file is an office file of before 2007 or a saved message of Outlook."),
            _ when ZipPackage.Identify(file.Content.Span) == ZipPackageKind.Word => ReadDocument(file, cancellationToken),
            _ when !file.Content.Span.ContainsAnyExcept(" \t\r\n"u8) => ParsedItem.Rejected(RejectionReason.Empty, "The file holds nothing but white space."),
            _ => ParsedItem.Rejected(RejectionReason.Malformed, "The file is no Word document: its directory of parts is not whole."),
        }];
    }

    private ParsedItem ReadDocument(SourceFile file, CancellationToken cancellationToken)
    {
        try
        {
            using var package = DocxPackage.Open(file.Content, options, cancellationToken);
            using var part = package.OpenDocument();
            if (part is null)
            {
                return ParsedItem.Rejected(RejectionReason.Malformed, "The document has no main part.");
            }

            var styles = ReadStyles(package);
            var paragraphs = DocxBodyReader.Read(part, styles, options.MaxElementDepth);
            cancellationToken.ThrowIfCancellationRequested();
            return Assemble(DocxPassages.Classify(paragraphs, styles), ReadProperties(package), file.Received, cancellationToken);
        }
        catch (DocxLimitException exception)
        {
            return ParsedItem.Rejected(exception.Reason, exception.Message);
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return ParsedItem.Rejected(RejectionReason.Malformed, "The document's main part cannot be read.");
        }
    }

    /// <summary>Reads the styles; a document without readable ones is plain text.</summary>
    private static DocxStyles ReadStyles(DocxPackage package)
    {
        try
        {
            using var part = package.OpenStyles();
            return DocxStyles.Read(part);
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException)
        {
            return DocxStyles.Read(null);
        }
    }

    private static DocxProperties ReadProperties(DocxPackage package)
    {
        try
        {
            using var part = package.OpenProperties();
            return DocxProperties.Read(part);
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException)
        {
            return DocxProperties.Read(null);
        }
    }

    private ParsedItem Assemble(DocxPassages read, DocxProperties properties, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var opening = DocumentOpening.Read(read.Passages, read.Title, authors: []);
        var (fields, body) = (read.Fields, opening.Body);
        fields.Merge(opening.Fields);
        var title = read.Title >= 0 ? fields.Title
            : DocumentProperties.IsShown(properties.Title, body) ? properties.Title
            : fields.Title ?? OpeningTitle.Take(ref body) ?? properties.Title;
        return assembler.Assemble(new ArticleDraft
        {
            Format = Format,
            Title = title,
            Published = fields.Published ?? OpeningTitle.DatelineDate(body) ?? properties.Created,
            Modified = fields.Updated,
            Authors = fields.Authors.Count > 0 ? fields.Authors : properties.Authors,
            Source = fields.Source,
            Url = fields.Url,
            Passages = OpeningTitle.WithoutCopies(body, title),
            Received = received,
        }, cancellationToken);
    }
}
