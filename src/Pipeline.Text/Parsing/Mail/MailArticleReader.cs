using MimeKit;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Documents;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>
/// Reads mails: newsletters without what stands around their text, letters without the messages that they quote, passed on
/// ones as what they pass on. A mailbox of several gives an article each, named by its message id.
/// </summary>
/// <remarks>
/// The title is the subject, the date that of the header in the sender's zone. Authors are those of a byline, else the
/// sender where that is a person; the source is the sender where it is an organisation, else the list, else the domain.
/// </remarks>
/// <param name="assembler">Makes the article of what was read.</param>
/// <param name="options">The limits.</param>
public sealed class MailArticleReader(ArticleAssembler assembler, ParsingOptions options) : IArticleReader
{
    /// <inheritdoc/>
    public string Format => "mail";

    /// <inheritdoc/>
    public bool CanRead(SourceFile file) => MailSignature.Identify(file.Content.Span) != MailKind.None;

    /// <inheritdoc/>
    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return file.Content.Span.ContainsAnyExcept(" \t\r\n"u8)
            ? MailSignature.Identify(file.Content.Span) == MailKind.Mailbox ? ReadMailbox(file, cancellationToken) : [ReadOne(file, cancellationToken)]
            : [ParsedItem.Rejected(RejectionReason.Empty, "The file holds nothing but white space.")];
    }

    private ParsedItem ReadOne(SourceFile file, CancellationToken cancellationToken) =>
        MailMessages.Parse(file.Content, cancellationToken) is { } message
            ? Read(message, file, itemId: null, cancellationToken)
            : ParsedItem.Rejected(RejectionReason.Malformed, "The file has no header of a mail.");

    private List<ParsedItem> ReadMailbox(SourceFile file, CancellationToken cancellationToken)
    {
        var items = new List<ParsedItem>();
        foreach (var (id, message) in MailMessages.InMailbox(file.Content, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (message)
            {
                if (items.Count == options.MaxItems)
                {
                    return [ParsedItem.Rejected(RejectionReason.TooMany, $"The mailbox holds more than {options.MaxItems} messages.")];
                }

                items.Add(Read(message, file, id, cancellationToken));
            }
        }

        return items.Count > 0 ? items : [ParsedItem.Rejected(RejectionReason.Malformed, "The mailbox holds no message that can be read.")];
    }

    private ParsedItem Read(MimeMessage message, SourceFile file, string? itemId, CancellationToken cancellationToken)
    {
        try
        {
            var content = MailContent.Of(message, options.MaxFileDepth, cancellationToken);
            return content.Body is { } body
                ? Assemble(content.Message, body, file, itemId, cancellationToken)
                : ParsedItem.Rejected(RejectionReason.Encrypted, "The message is encrypted, and opens only with a key.", itemId);
        }
        catch (FormatException exception)
        {
            return ParsedItem.Rejected(RejectionReason.TooMany, exception.Message, itemId);
        }
    }

    private ParsedItem Assemble(MimeMessage message, MailBody body, SourceFile file, string? itemId, CancellationToken cancellationToken)
    {
        var forwarded = body.Forwarded;
        var sender = forwarded?.From is { } from ? MailSender.OfName(from[..(from.IndexOf('<', StringComparison.Ordinal) is > 0 and var at ? at : from.Length)]) : MailSender.Of(message);
        var title = MailSubject.Clean(forwarded?.Subject) ?? MailSubject.Clean(message.Subject);
        var opening = DocumentOpening.Read(WithoutSender(body.Passages, sender), title: -1, authors: []);
        return assembler.Assemble(
            new ArticleDraft
            {
                Format = Format,
                Title = title ?? opening.Fields.Title,
                Published = forwarded?.Date ?? MailDate.Of(message) ?? opening.Fields.Published,
                Authors = opening.Fields.Authors.Count > 0 ? opening.Fields.Authors : sender.Author is { } author ? [author] : [],
                Source = sender.Source ?? opening.Fields.Source,
                Url = MailDate.Archived(message) ?? body.OnlineUrl ?? opening.Fields.Url ?? file.Address,
                Passages = OpeningTitle.WithoutCopies(opening.Body, title),
                Received = file.Received,
            },
            itemId,
            cancellationToken);
    }

    /// <summary>Drops the lines in front of the text that are nothing but the sender's name.</summary>
    private static IReadOnlyList<Passage> WithoutSender(IReadOnlyList<Passage> passages, MailSender sender)
    {
        var prose = passages.TakeWhile(passage => passage.Kind == BlockKind.Heading || !SentenceShape.IsProse(passage.Text)).Count();
        return [.. passages.Where((passage, i) => i >= prose || !(passage.Text.Equals(sender.Author, StringComparison.OrdinalIgnoreCase) || passage.Text.Equals(sender.Source, StringComparison.OrdinalIgnoreCase)))];
    }
}
