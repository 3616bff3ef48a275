using MimeKit;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Takes the files out of a mail: documents, texts and messages, not the parts that are its body, nor pictures.</summary>
internal static class MailAttachments
{
    /// <summary>Returns the files of a message in order, those of attached messages not included: they are in the message.</summary>
    /// <param name="message">All bytes of the message.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The files; none where the message cannot be taken apart. Together they are no longer than the message.</returns>
    public static IReadOnlyList<MailAttachment> Of(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = MailMessages.Parse(message, cancellationToken);
            return parsed is null ? [] : [.. Files(parsed, cancellationToken)];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static IEnumerable<MailAttachment> Files(MimeMessage message, CancellationToken cancellationToken)
    {
        foreach (var entity in MailParts.Of(message))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entity is MessagePart { Message: not null } attached)
            {
                using var content = new MemoryStream();
                attached.Message.WriteTo(content, cancellationToken);
                yield return new MailAttachment(attached.ContentType.Name ?? "message.eml", "message/rfc822", content.ToArray());
            }
            else if (entity is MimePart { Content: not null } part && MailParts.IsFile(part) && part.ContentType.MediaType is not ("image" or "audio" or "video"))
            {
                using var content = new MemoryStream();
                part.Content.DecodeTo(content, cancellationToken);
                yield return new MailAttachment(part.FileName ?? "attachment", part.ContentType.MimeType.ToLowerInvariant(), content.ToArray());
            }
        }
    }
}
