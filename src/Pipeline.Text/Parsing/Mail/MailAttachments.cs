using MimeKit;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Takes the files out of a mail that may be articles: documents, texts and messages, not the parts that are its body.</summary>
internal static class MailAttachments
{
    /// <summary>
    /// Returns the files of a message in order, each decoded when it is asked for. Those of an attached message are in that
    /// message; only of one that speaks for the mail (<see cref="MailContent"/>) they stand in its place.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="maxDepth">How deep messages may stand within messages to speak for them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The files; none where the message is encrypted or has too many parts. Together they are no longer than the message.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<MailAttachment> Of(MimeMessage message, int maxDepth, CancellationToken cancellationToken)
    {
        foreach (var entity in Parts(message, maxDepth, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = AttachmentName.Of(entity);
            if (entity is MessagePart { Message: not null } attached)
            {
                using var content = new MemoryStream();
                attached.Message.WriteTo(content, cancellationToken);
                yield return new MailAttachment(name, "message/rfc822", content.GetBuffer().AsMemory(0, (int)content.Length));
            }
            else if (entity is MimePart { Content: not null } part && MailParts.IsFile(part) && AttachmentKind.IsDocument(name, part.ContentType.MimeType) is not false and var known)
            {
                using var content = new MemoryStream();
                part.Content.DecodeTo(content, cancellationToken);
                var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
                if (known is true || AttachmentKind.IsDocument(bytes.Span))
                {
                    yield return new MailAttachment(name, AttachmentKind.MediaType(part.ContentType), bytes);
                }
            }
        }
    }

    private static List<MimeEntity> Parts(MimeMessage message, int maxDepth, CancellationToken cancellationToken)
    {
        try
        {
            // Only an attached message can speak for another, and to find out takes the reading of the body.
            var parts = MailParts.Of(message);
            var passedOn = parts.Any(part => part is MessagePart) ? MailContent.Of(message, maxDepth, cancellationToken).PassedOn : [];
            var files = new List<MimeEntity>(parts);
            foreach (var inner in passedOn)
            {
                var at = files.FindIndex(part => part is MessagePart attached && attached.Message == inner);
                files.RemoveAt(at);
                files.InsertRange(at, MailParts.Of(inner));
            }

            return MailParts.IsEncrypted(message.Body) ? [] : files;
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
