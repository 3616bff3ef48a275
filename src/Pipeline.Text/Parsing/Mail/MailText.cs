using System.Text;
using MimeKit;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Turns a part of a mail into characters: the declared encoding where the bytes are in it, else the one that they are in.</summary>
internal static class MailText
{
    /// <summary>Returns the text of a part, or null where the bytes are no text.</summary>
    public static string? Of(TextPart part, CancellationToken cancellationToken)
    {
        if (part.Content is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        part.Content.DecodeTo(content, cancellationToken);
        var bytes = content.GetBuffer().AsSpan(0, (int)Math.Min(content.Length, MailLimits.MaxTextBytes));
        return Declared(part.ContentType.Charset, bytes) ?? TextDecoder.Decode(bytes).Text;
    }

    private static string? Declared(string? charset, ReadOnlySpan<byte> bytes)
    {
        // UTF-8 shows in the bytes, and ASCII is often declared for what is not.
        if (charset is null || charset.Contains("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Contains("ascii", StringComparison.OrdinalIgnoreCase) || ByteOrderMark.Find(bytes) is not null)
        {
            return null;
        }

        try
        {
            // Windows' form of Latin 1 has quotes and dashes where the standard has controls that no text uses.
            var name = charset.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : charset;
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            var text = encoding.GetString(bytes);
            return text.AsSpan().Count('\uFFFD') * 100 > text.Length || LooksMisread(text, bytes) ? null : text;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // No encoding has the name, or it is UTF-7, which the platform refuses.
            return null;
        }
    }

    /// <summary>Tells ASCII bytes that were read as pairs, and UTF-8 that was read byte by byte.</summary>
    private static bool LooksMisread(string text, ReadOnlySpan<byte> bytes) =>
        (text.Length * 2 <= bytes.Length + 1 && !bytes.Contains((byte)0) && Utf16Pattern.AsciiShare(bytes) > 0.95)
        || text.Contains("Ã©", StringComparison.Ordinal) || text.Contains("â€™", StringComparison.Ordinal);
}
