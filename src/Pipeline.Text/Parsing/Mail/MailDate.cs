using MimeKit;
using MimeKit.Utils;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Reads when a message was sent and where it is kept.</summary>
internal static class MailDate
{
    /// <summary>Returns the date of the header in the sender's zone; without one, that of the first host on the way.</summary>
    public static PublicationDate? Of(MimeMessage message)
    {
        if (Read(message.Headers[HeaderId.Date]) is { } date)
        {
            return date;
        }

        for (var i = message.Headers.Count - 1; i >= 0; i--)
        {
            if (message.Headers[i].Id == HeaderId.Received && message.Headers[i].Value is { } received && Read(received[(received.LastIndexOf(';') + 1)..]) is { } arrived)
            {
                return arrived;
            }
        }

        return null;
    }

    /// <summary>Returns where the message itself is kept on the web (RFC 5064), or null.</summary>
    public static string? Archived(MimeMessage message) => WebAddress.Parse(message.Headers["Archived-At"]?.Trim(' ', '<', '>'));

    private static PublicationDate? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || !DateUtils.TryParse(text, out var date))
        {
            return null;
        }

        // RFC 5322, 3.3: "-0000" says nothing of the zone.
        var zone = text.Contains("-0000", StringComparison.Ordinal) ? (TimeSpan?)null : date.Offset;
        return new PublicationDate(DateOnly.FromDateTime(date.DateTime), TimeOnly.FromDateTime(date.DateTime), zone);
    }
}
