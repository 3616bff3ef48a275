using MimeKit;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Walks the parts of a message.</summary>
internal static class MailParts
{
    /// <summary>Returns the parts that hold no others, in order; attached messages whole.</summary>
    /// <exception cref="FormatException">There are more than <see cref="MailLimits.MaxParts"/>.</exception>
    public static IReadOnlyList<MimeEntity> Of(MimeMessage message)
    {
        var parts = new List<MimeEntity>();
        var open = new Stack<MimeEntity>();
        if (message.Body is { } body)
        {
            open.Push(body);
        }

        while (open.TryPop(out var entity))
        {
            if (entity is not Multipart multipart)
            {
                parts.Add(entity);
            }
            else
            {
                for (var i = multipart.Count - 1; i >= 0; i--)
                {
                    open.Push(multipart[i]);
                }
            }

            if (parts.Count + open.Count > MailLimits.MaxParts)
            {
                throw new FormatException($"The message has more than {MailLimits.MaxParts} parts.");
            }
        }

        return parts;
    }

    /// <summary>Tells a file from a part of the body: it is declared as one, or has a name.</summary>
    public static bool IsFile(MimePart part) =>
        part.IsAttachment || (part.FileName is not null && part.ContentDisposition?.Disposition != ContentDisposition.Inline) || part is not TextPart;
}
