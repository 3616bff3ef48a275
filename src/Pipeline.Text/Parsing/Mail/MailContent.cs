using MimeKit;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>
/// What a mail says: its own words, or where it has none and passes on one message as a file, what that one says. One that
/// passes on several has nothing to say itself: each of them is a file of its own.
/// </summary>
/// <param name="Message">The message that speaks.</param>
/// <param name="Body">What it says; null where it is encrypted.</param>
/// <param name="PassedOn">The messages that lead to it, outermost first, the mail itself not among them; the last is <paramref name="Message"/>.</param>
internal sealed record MailContent(MimeMessage Message, MailBody? Body, IReadOnlyList<MimeMessage> PassedOn)
{
    /// <summary>Finds what a mail says.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="maxDepth">How deep messages may stand within messages.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FormatException">A message has too many parts.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MailContent Of(MimeMessage message, int maxDepth, CancellationToken cancellationToken)
    {
        var passedOn = new List<MimeMessage>();
        while (!MailParts.IsEncrypted(message.Body))
        {
            var body = MailBodyReader.Read(message, MailSubject.Clean(message.Subject), cancellationToken);
            if (body.ProseLength > 0 || passedOn.Count >= maxDepth || OnlyAttached(message) is not { } attached)
            {
                return new MailContent(message, body, passedOn);
            }

            passedOn.Add(attached);
            message = attached;
        }

        return new MailContent(message, null, passedOn);
    }

    private static MimeMessage? OnlyAttached(MimeMessage message) =>
        MailParts.Of(message).OfType<MessagePart>().Select(part => part.Message).OfType<MimeMessage>().Take(2).ToList() is [var attached] ? attached : null;
}
