using System.Runtime.InteropServices;
using System.Text.Json;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Titles;
using Pipeline.Text.Parsing.NewsXml.Feeds;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Makes an item of an object, for both forms of JSON.</summary>
/// <param name="assembler">Makes the article.</param>
/// <param name="format">The name of the format.</param>
internal sealed class JsonArticleFactory(ArticleAssembler assembler, string format)
{
    /// <summary>Reads one object.</summary>
    /// <param name="element">The object.</param>
    /// <param name="isListed">Whether it is one of several, and so needs an id.</param>
    /// <param name="defaults">What the file says of all its articles.</param>
    /// <param name="received">When the file came.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public ParsedItem Read(JsonElement element, bool isListed, JsonHeader defaults, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var fields = ArticleFields.Read(element, defaults.Graph);
        var text = fields.Body();
        var url = fields.Url;
        var title = TitleText.WithoutSource(fields.Title, fields.Source ?? defaults.Source, url);
        var (header, passages) = ReadBody(text, title);
        title ??= header.Title;
        var first = passages.FirstOrDefault(passage => passage.Kind != BlockKind.Heading).Text;
        var itemId = isListed ? ItemId.From(fields.Id, url, title, first ?? ItemId.OfBytes(JsonMarshal.GetRawUtf8Value(element))) : null;
        if (fields.IsWithdrawn)
        {
            return ParsedItem.Rejected(RejectionReason.Withdrawn, "The publisher has withdrawn the article.", itemId);
        }

        if (text is null)
        {
            return ParsedItem.Rejected(RejectionReason.NoParagraphs, "There is no field that holds text.", itemId);
        }

        var authors = fields.Authors();
        return assembler.Assemble(
            new ArticleDraft
            {
                Format = format,
                Title = title,
                Published = fields.Published ?? header.Published,
                Modified = fields.Modified ?? header.Updated,
                DeclaredLanguage = fields.Language ?? defaults.Language,
                Authors = authors.Names.Count > 0 ? authors.Names : header.Authors.Count > 0 ? header.Authors : defaults.Authors,
                Source = fields.Source ?? authors.Source ?? header.Source ?? defaults.Source,
                Url = url ?? header.Url,
                Subjects = fields.Subjects(),
                Passages = passages,
                Faq = fields.Faq(),
                NamesText = title is not null,
                Received = received,
            },
            itemId,
            cancellationToken);
    }

    /// <summary>Reads the body; where no field names a title, the text's own head may, as in a plain text file.</summary>
    private static (HeaderFields Header, IReadOnlyList<Passage> Passages) ReadBody(string? text, string? title)
    {
        if (text is not null && title is null && FieldBody.Markup(text) is null && PlainTextDocument.Read(FieldBody.Plain(text)) is { } document)
        {
            return (document.Fields, document.Passages);
        }

        return (new HeaderFields(), text is null ? [] : FeedFooter.Remove(FieldBody.Read(text, title)));
    }
}
