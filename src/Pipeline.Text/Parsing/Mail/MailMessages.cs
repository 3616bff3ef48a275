using System.Runtime.InteropServices;
using MimeKit;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Takes messages out of bytes.</summary>
internal static class MailMessages
{
    // The parser keeps a kilobyte of each part. Those that are read are counted later, and more exactly.
    private const int MaxParsedParts = 2 * MailLimits.MaxParts;

    /// <summary>Returns the one message of a file, or null where it has no header, or one past all bounds, or far too many parts.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MimeMessage? Parse(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            return Parse(new MimeParser(MailLimits.ParserOptions(), Stream(content), MimeFormat.Entity, persistent: true), cancellationToken);
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
        MimeParser? parser = null;
        while (parser is null || !parser.IsEndOfStream)
        {
            MimeMessage message;
            try
            {
                parser ??= new MimeParser(MailLimits.ParserOptions(), Stream(content), MimeFormat.Mbox, persistent: true);
                message = Parse(parser, cancellationToken);
            }
            catch (FormatException)
            {
                yield break;
            }

            yield return message;
        }
    }

    /// <exception cref="FormatException">There is no header, or the message has far too many parts.</exception>
    private static MimeMessage Parse(MimeParser parser, CancellationToken cancellationToken)
    {
        var parts = 0;
        void Count(object? sender, MimeEntityBeginEventArgs entity)
        {
            if (++parts > MaxParsedParts)
            {
                throw new FormatException($"The message has more than {MaxParsedParts} parts.");
            }
        }

        parser.MimeEntityBegin += Count;
        try
        {
            return parser.ParseMessage(cancellationToken);
        }
        finally
        {
            parser.MimeEntityBegin -= Count;
        }
    }

    /// <exception cref="FormatException">The first message's header is longer than any real one.</exception>
    private static MemoryStream Stream(ReadOnlyMemory<byte> content)
    {
        // Some programs save messages with a byte order mark or empty lines in front.
        var start = content.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        start += content.Span[start..].IndexOfAnyExcept("\r\n"u8) is > 0 and var blank ? blank : 0;
        content = content[start..];
        var header = content.Span[..Math.Min(content.Length, MailLimits.MaxHeaderBytes)];
        if (header.Length < content.Length && header.IndexOf("\n\n"u8) < 0 && header.IndexOf("\n\r\n"u8) < 0)
        {
            throw new FormatException($"The header is longer than {MailLimits.MaxHeaderBytes} bytes.");
        }

        return MemoryMarshal.TryGetArray(content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
    }
}
