using System.Xml.Linq;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.NewsXml.Nitf;

/// <summary>Reads an article in the News Industry Text Format of the IPTC, version 3: <c>https://iptc.org/standards/nitf/</c>.</summary>
/// <param name="assembler">Makes the article.</param>
/// <param name="options">The limits.</param>
public sealed class NitfArticleReader(ArticleAssembler assembler, ParsingOptions options) : IArticleReader
{
    /// <inheritdoc/>
    public string Format => "nitf";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => XmlPrologue.Read(file.Content.Span)?.Name == "nitf";

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var root = XmlFile.Read(file, options, out var rejection, cancellationToken);
        return [root is null ? ParsedItem.Rejected(rejection!.Reason, rejection.Detail) : Read(root, file.Received, cancellationToken)];
    }

    private ParsedItem Read(XElement nitf, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var (head, data) = (nitf.Child("head"), nitf.Path("head", "docdata"));
        if (data.Get("management-status") is { } status && PublishingStatus.IsWithdrawn(status))
        {
            return ParsedItem.Rejected(RejectionReason.Withdrawn, $"The publisher has withdrawn the article: its status is {status}.");
        }

        var title = NitfContent.Title(nitf);
        var authors = NitfContent.Authors(nitf);
        var publication = head.Child("pubdata");
        return assembler.Assemble(new ArticleDraft
        {
            Format = Format,
            Title = title,
            Published = MachineDate.Parse(publication.Get("date.publication")) ?? Date(data.Child("date.issue")) ?? Date(data.Child("date.release"))
                ?? Date(nitf.Path("body", "body.head", "dateline", "story.date")),
            Modified = MachineDate.Parse(head.Children("revision-history").LastOrDefault().Get("norm")),
            DeclaredLanguage = LanguageTag.Parse(nitf.Get("lang") ?? nitf.Child("body").Get("lang")),
            Authors = authors.Names,
            Source = publication.Get("name") ?? Distributor(nitf) ?? authors.Source ?? data.Child("doc.copyright").Get("holder"),
            Url = WebAddress.Parse(publication.Get("ex-ref")),
            Subjects = NitfSubjects.Read(head),
            Passages = NitfContent.Body(nitf, title),
            Received = received,
        }, cancellationToken);
    }

    private static PublicationDate? Date(XElement? element) => MachineDate.Parse(element.Get("norm") ?? element.Line());

    private static string? Distributor(XElement nitf)
    {
        var distributor = nitf.Path("body", "body.head", "distributor");
        return distributor.Child("org").Line() ?? distributor.Line();
    }
}
