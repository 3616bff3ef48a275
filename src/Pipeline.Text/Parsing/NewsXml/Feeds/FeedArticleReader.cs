using System.Text;
using System.Xml.Linq;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Titles;

namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>Reads the items of RSS 2.0, RSS 1.0 (RDF) and Atom feeds, and the posts of exports of WordPress. Each is named by its id, else by its address; a broken item is a rejected one, and leaves the others as they are.</summary>
/// <param name="assembler">Makes the articles.</param>
/// <param name="options">The limits.</param>
public sealed class FeedArticleReader(ArticleAssembler assembler, ParsingOptions options) : IArticleReader
{
    /// <inheritdoc/>
    public string Format => "feed";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => XmlPrologue.Read(file.Content.Span) is { } root && root.Name switch
    {
        "rss" => true,
        "feed" => root.Namespace.Length == 0 || root.Namespace.Contains("atom", StringComparison.OrdinalIgnoreCase),
        "RDF" => root.Namespaces.Any(address => address.Contains("purl.org/rss/", StringComparison.Ordinal) || address.Contains("netscape.com/rdf/", StringComparison.Ordinal)),
        _ => false,
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (XmlFile.ReadText(file, out var rejection) is not { } text)
        {
            return [ParsedItem.Rejected(rejection!.Reason, rejection.Detail)];
        }

        var root = XmlTree.Parse(text, options.MaxElementDepth, out rejection, cancellationToken);
        var items = root is null ? Recover(text, rejection!, file.Received, cancellationToken) : Read(root, file.Received, cancellationToken);
        return items.Count > options.MaxItems
            ? [ParsedItem.Rejected(RejectionReason.TooMany, $"The feed holds more than {options.MaxItems} items.")]
            : items;
    }

    private List<ParsedItem> Read(XElement root, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var header = FeedHeader.Read(root);
        var items = new List<ParsedItem>();
        foreach (var element in Items(root).Take(options.MaxItems + 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Add(Read(element, header, received, cancellationToken));
        }

        return items.Count > 0 ? items : [ParsedItem.Rejected(RejectionReason.NoParagraphs, "The feed has no items that are published.")];
    }

    /// <summary>Reads what can be read of a feed that is no well-formed XML.</summary>
    private List<ParsedItem> Recover(string text, Rejection broken, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var head = FeedRecovery.Heads(text).Select(candidate => XmlTree.Parse(candidate, options.MaxElementDepth, out _, cancellationToken)).FirstOrDefault(candidate => candidate is not null);
        var header = head is null ? FeedHeader.None : FeedHeader.Read(head);
        var items = new List<ParsedItem>();
        foreach (var fragment in FeedRecovery.Split(text).Take(options.MaxItems + 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var element = XmlTree.Parse(fragment.Document, options.MaxElementDepth, out var rejection, cancellationToken)?.Elements().FirstOrDefault();
            if (element is not null && !WordPressExport.IsPublished(element))
            {
                continue;
            }

            items.Add(element is null
                ? ParsedItem.Rejected(rejection?.Reason ?? RejectionReason.Malformed, $"The item that starts on line {fragment.Line} is {(rejection?.Reason == RejectionReason.TooDeep ? "nested too deep" : "not well-formed XML")}.", ItemId.OfBytes(Encoding.UTF8.GetBytes(fragment.Text)))
                : Read(element, header, received, cancellationToken));
        }

        return items.Exists(item => item.Article is not null) ? items : [ParsedItem.Rejected(broken.Reason, broken.Detail)];
    }

    private static IEnumerable<XElement> Items(XElement root) =>
        root.Name.LocalName == "feed" ? root.Children("entry") : root.Child("channel").Children("item").Concat(root.Children("item")).Where(WordPressExport.IsPublished);

    private ParsedItem Read(XElement element, FeedHeader header, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var item = element.Name.LocalName == "entry" ? AtomEntry.Read(element) : RssItem.Read(element, header.Accounts);
        var source = item.Source ?? header.Source;
        var title = TitleText.WithoutSource(item.Title, source, item.Url);
        var passages = Body(item, title, cancellationToken);
        return assembler.Assemble(
            new ArticleDraft
            {
                Format = Format,
                Title = title,
                Published = item.Published,
                Modified = item.Modified,
                DeclaredLanguage = item.Language ?? header.Language,
                Authors = item.Authors.Names.Count > 0 ? item.Authors.Names : header.Authors,
                Source = source,
                Url = item.Url,
                Subjects = item.Subjects,
                Passages = passages,
                Received = received,
            },
            ItemId.From(item.Id, item.Url, title, passages.FirstOrDefault(passage => passage.Kind != BlockKind.Heading).Text),
            cancellationToken);
    }

    /// <summary>Returns the fullest text that holds prose, without the lines that sites put under it.</summary>
    private static IReadOnlyList<Passage> Body(FeedItem item, string? title, CancellationToken cancellationToken)
    {
        IReadOnlyList<Passage> first = [];
        foreach (var body in item.Bodies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            IReadOnlyList<Passage> passages = FeedFooter.Remove(FieldBody.Read(body, title));
            if (passages.Any(passage => SentenceShape.IsProse(passage.Text)))
            {
                return passages;
            }

            first = first.Count > 0 ? first : passages;
        }

        return first;
    }
}
