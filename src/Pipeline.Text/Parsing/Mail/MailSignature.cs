using System.Text;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>What a file of mails is.</summary>
internal enum MailKind
{
    /// <summary>No mail.</summary>
    None,

    /// <summary>One message.</summary>
    Message,

    /// <summary>Messages one after the other, each behind a line that starts with <c>From </c> (RFC 4155).</summary>
    Mailbox,
}

/// <summary>
/// Tells mails from texts with labelled lines ("Title: …", "Date: …"): a mail's first lines are all header fields
/// (RFC 5322, 2.2), and some are such as only mails have.
/// </summary>
internal static class MailSignature
{
    // The fields of a long way through lists and filters. Chosen.
    private const int MaxHeaderBytes = 256 * 1024;
    private const int MaxNameLength = 76;

    private static readonly HashSet<string> OnlyMails = new(
        "received message-id mime-version return-path delivered-to dkim-signature content-transfer-encoding content-type list-unsubscribe list-id reply-to x-mailer x-original-to authentication-results arc-seal in-reply-to references sender user-agent x-received".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns what a file is.</summary>
    public static MailKind Identify(ReadOnlySpan<byte> file)
    {
        file = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        var content = file.TrimStart("\r\n"u8);
        if (!content.StartsWith("From "u8))
        {
            return StartsMessage(content) ? MailKind.Message : MailKind.None;
        }

        var end = content.IndexOf((byte)'\n');
        return end > 0 && content[..end].ContainsAnyInRange((byte)'0', (byte)'9') && StartsMessage(content[(end + 1)..]) ? MailKind.Mailbox : MailKind.None;
    }

    /// <summary>Tells whether header fields come first, among them a sender and one more that only mails have.</summary>
    private static bool StartsMessage(ReadOnlySpan<byte> content)
    {
        bool address = false, date = false, subject = false;
        int marks = 0, fields = 0;
        content = content[..Math.Min(content.Length, MaxHeaderBytes)];
        while (!content.IsEmpty)
        {
            var end = content.IndexOf((byte)'\n');
            var line = (end < 0 ? content : content[..end]).TrimEnd((byte)'\r');
            content = end < 0 ? [] : content[(end + 1)..];
            if (line.IsEmpty)
            {
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t' && fields > 0)
            {
                continue;
            }

            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || colon > MaxNameLength || line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            {
                return false;
            }

            fields++;
            var name = Encoding.ASCII.GetString(line[..colon]);
            marks += OnlyMails.Contains(name) ? 1 : 0;
            address |= name.Equals("from", StringComparison.OrdinalIgnoreCase) && line[colon..].Contains((byte)'@');
            date |= name.Equals("date", StringComparison.OrdinalIgnoreCase);
            subject |= name.Equals("subject", StringComparison.OrdinalIgnoreCase);
        }

        return (address && (date || subject || marks > 0)) || (marks >= 2 && (date || subject)) || marks >= 3;
    }
}
