using System.Globalization;
using System.Xml.Linq;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.NewsXml.NewsMl;

/// <summary>
/// Reads NewsML-G2 of the IPTC (<c>https://iptc.org/standards/newsml-g2/</c>): a news item, or the news items of a message.
/// Each is named by its <c>guid</c>; of several versions of one item the newest counts.
/// </summary>
/// <param name="assembler">Makes the articles.</param>
/// <param name="options">The limits.</param>
public sealed class NewsMlArticleReader(ArticleAssembler assembler, ParsingOptions options) : IArticleReader
{
    /// <inheritdoc/>
    public string Format => "newsml-g2";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => XmlPrologue.Read(file.Content.Span)?.Name is "newsMessage" or "newsItem" or "packageItem" or "conceptItem" or "knowledgeItem";

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var root = XmlFile.Read(file, options, out var rejection, cancellationToken);
        if (root is null)
        {
            return [ParsedItem.Rejected(rejection!.Reason, rejection.Detail)];
        }

        var isMessage = root.Name.LocalName != "newsItem";
        var newsItems = isMessage ? Newest(root.Descendants().Where(element => element.Name.LocalName == "newsItem")) : [root];
        if (newsItems.Count == 0)
        {
            return [ParsedItem.Rejected(RejectionReason.Unsupported, "The file holds packages or concepts, but no news item.")];
        }

        if (newsItems.Count > options.MaxItems)
        {
            return [ParsedItem.Rejected(RejectionReason.TooMany, $"The message holds more than {options.MaxItems} news items.")];
        }

        var schemes = NewsMlSchemes.Read(root);
        var items = new List<ParsedItem>(newsItems.Count);
        foreach (var newsItem in newsItems)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(Read(newsItem, isMessage, schemes, file.Received, cancellationToken));
        }

        return items;
    }

    private static List<XElement> Newest(IEnumerable<XElement> newsItems) =>
        [.. newsItems.GroupBy(item => item.Get("guid") ?? string.Empty, StringComparer.Ordinal).SelectMany(group => group.Key.Length == 0 ? group : (IEnumerable<XElement>)[group.MaxBy(Version)!])];

    private static long Version(XElement item) =>
        long.TryParse(item.Get("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 1;

    private ParsedItem Read(XElement item, bool isListed, NewsMlSchemes schemes, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var (management, metadata) = (item.Child("itemMeta"), item.Child("contentMeta"));
        var content = NewsMlContent.Find(item.Child("contentSet"));
        var title = metadata.Children("headline").Select(headline => headline.Line()).OfType<string>().FirstOrDefault() ?? content?.Title ?? management.Child("title").Line();
        var passages = content?.Read(title) ?? [];
        var itemId = isListed ? ItemId.From(item.Get("guid"), null, title, passages.Count > 0 ? passages[0].Text : item.Value) : null;
        if ((management.Child("pubStatus").Get("qcode") ?? management.Child("pubStatus").Get("uri")) is { } status && PublishingStatus.IsWithdrawn(status))
        {
            return ParsedItem.Rejected(RejectionReason.Withdrawn, $"The publisher has withdrawn the item: its status is {status}.", itemId);
        }

        if (content is null)
        {
            return ParsedItem.Rejected(RejectionReason.Unsupported, $"The news item holds no text ({management.Child("itemClass").Get("qcode") ?? "of no stated class"}).", itemId);
        }

        var authors = NewsMlAuthors.Read(metadata, content);
        return assembler.Assemble(
            new ArticleDraft
            {
                Format = Format,
                Title = title,
                Published = Date(management, "embargoed") ?? Date(metadata, "contentCreated") ?? Date(management, "firstCreated") ?? Date(management, "versionCreated"),
                Modified = Date(metadata, "contentModified") ?? Date(management, "versionCreated"),
                DeclaredLanguage = LanguageTag.Parse(metadata.Child("language").Get("tag") ?? content.Language ?? item.Get("lang")),
                Authors = authors.Names,
                Source = NewsMlAuthors.Organisation(management.Child("provider")) ?? metadata.Child("creditline").Line() ?? NewsMlAuthors.Organisation(metadata.Child("infoSource")) ?? authors.Source,
                Url = WebAddress.Parse(item.Get("guid")),
                Subjects = NewsMlSubjects.Read(item, schemes),
                Passages = passages,
                Received = received,
            },
            itemId,
            cancellationToken);
    }

    private static PublicationDate? Date(XElement? parent, string name) => MachineDate.Parse(parent.Child(name).Line());
}
