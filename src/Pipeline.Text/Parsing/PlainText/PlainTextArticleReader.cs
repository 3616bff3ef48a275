using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Decoding;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>
/// Reads an article from plain text in any common encoding: one paragraph a line or wrapped lines; title, byline and date
/// above the body, on lines of their own, labelled, as fields of a press archive, or in a dateline; section headings and lists in it; an FAQ below it.
/// </summary>
/// <remarks>
/// The last reader to ask: it takes every file, and says of those that are no plain text what they look like.
/// The title, the date, the byline and the dateline are not in <see cref="Article.Text"/>; markers of lists and headings are taken off.
/// </remarks>
/// <param name="assembler">Makes the article of what was read.</param>
public sealed class PlainTextArticleReader(ArticleAssembler assembler) : IArticleReader
{
    /// <inheritdoc/>
    public string Format => "text";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => true;

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var decoded = TextDecoder.Decode(file.Content.Span);
        return [decoded.IsText ? Read(decoded.Text, file.Received, cancellationToken) : ParsedItem.Rejected(decoded.Rejection.Reason, decoded.Rejection.Detail)];
    }

    private ParsedItem Read(string decoded, DateTimeOffset? received, CancellationToken cancellationToken)
    {
        var text = TextNormalizer.Normalize(decoded);
        cancellationToken.ThrowIfCancellationRequested();
        if (string.IsNullOrWhiteSpace(text))
        {
            return ParsedItem.Rejected(RejectionReason.Empty, "The file holds nothing but white space.");
        }

        if (MarkupSignature.Identify(text) is { } markup)
        {
            return ParsedItem.Rejected(RejectionReason.NotText, $"The content looks like {markup}, not like plain text.");
        }

        if (PlainTextDocument.Read(ArchiveExport.Relabel(text)) is not { } document)
        {
            return ParsedItem.Rejected(RejectionReason.TooLarge, $"The file has more than {PlainTextDocument.MaxLines} lines.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        return Assemble(document.Fields, document.Passages, received, cancellationToken);
    }

    private ParsedItem Assemble(HeaderFields fields, IReadOnlyList<Passage> passages, DateTimeOffset? received, CancellationToken cancellationToken) => assembler.Assemble(new ArticleDraft
    {
        Format = Format,
        Title = fields.Title,
        Published = fields.Published,
        Modified = fields.Updated,
        Authors = fields.Authors,
        Source = fields.Source,
        Url = fields.Url,
        Passages = passages,
        Received = received,
    }, cancellationToken);
}
