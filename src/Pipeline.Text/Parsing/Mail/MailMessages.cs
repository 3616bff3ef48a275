using System.Runtime.InteropServices;
using MimeKit;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Takes messages out of bytes.</summary>
internal static class MailMessages
{
    /// <summary>Returns the one message of a file, or null where it has no header.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MimeMessage? Parse(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            return new MimeParser(MailLimits.ParserOptions(), Stream(content), MimeFormat.Entity, persistent: true).ParseMessage(cancellationToken);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Returns the messages of a mailbox in order, as far as they can be told apart, each once, with what names it. Who asks disposes of them.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<(string Id, MimeMessage Message)> InMailbox(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in ParseAll(content, cancellationToken))
        {
            var id = ItemId.From(message.MessageId, null, message.Subject, message.Headers[HeaderId.Date]);
            if (ids.Add(id))
            {
                yield return (id, message);
            }
            else
            {
                // The same message, filed twice.
                message.Dispose();
            }
        }
    }

    private static IEnumerable<MimeMessage> ParseAll(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var parser = new MimeParser(MailLimits.ParserOptions(), Stream(content), MimeFormat.Mbox, persistent: true);
        while (!parser.IsEndOfStream)
        {
            MimeMessage message;
            try
            {
                message = parser.ParseMessage(cancellationToken);
            }
            catch (FormatException)
            {
                yield break;
            }

            yield return message;
        }
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> content)
    {
        // Some programs save messages with a byte order mark or empty lines in front.
        var start = content.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        start += content.Span[start..].IndexOfAnyExcept("\r\n"u8) is > 0 and var blank ? blank : 0;
        content = content[start..];
        return MemoryMarshal.TryGetArray(content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
    }
}
