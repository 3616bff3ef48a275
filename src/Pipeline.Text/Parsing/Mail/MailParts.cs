using System.Collections.Frozen;
using MimeKit;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Walks the parts of a message.</summary>
internal static class MailParts
{
    // Invitations and visiting cards come as one more form of the body, and pages for one mail program as well.
    private static readonly FrozenSet<string> NoProse =
        "calendar vcard x-vcard directory x-amp-html css csv javascript rfc822-headers".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Tells a file from a part of the body: it is declared as one, has a name, or is no prose.</summary>
    public static bool IsFile(MimePart part) =>
        part.IsAttachment || NoProse.Contains(part.ContentType.MediaSubtype) || (part.FileName is not null && part.ContentDisposition?.Disposition != ContentDisposition.Inline) || part is not TextPart;

    /// <summary>Tells whether a body is encrypted by OpenPGP (RFC 3156) or S/MIME (RFC 8551).</summary>
    public static bool IsEncrypted(MimeEntity? body) =>
        body?.ContentType is { } type
        && (type.IsMimeType("multipart", "encrypted")
            || ((type.IsMimeType("application", "pkcs7-mime") || type.IsMimeType("application", "x-pkcs7-mime")) && type.Parameters["smime-type"] is null or "enveloped-data" or "authEnveloped-data"));
}
