using System.Text;
using MimeKit;

namespace Pipeline.Text.Parsing.Unpacking.SavedPages;

/// <summary>
/// Tells a web page that a browser saved as one file (MHTML, RFC 2557) from a mail, whose form it has: the browser says so,
/// or there is neither sender nor receiver.
/// </summary>
internal static class SavedPageSignature
{
    // Browsers write some ten lines; addresses may be long.
    private const int MaxHeaderBytes = 32 * 1024;

    /// <summary>Tells whether a file is a saved page.</summary>
    /// <param name="file">All bytes of the file.</param>
    public static bool IsMatch(ReadOnlySpan<byte> file)
    {
        var content = (file.StartsWith("\uFEFF"u8) ? file[3..] : file).TrimStart("\r\n"u8);
        if (!IsField(content) || Header(content) is not { Length: > 0 } header || !header.Contains("content-type:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(header));
        HeaderList fields;
        try
        {
            fields = HeaderList.Load(stream);
        }
        catch (FormatException)
        {
            return false;
        }

        return fields.Contains(HeaderId.MimeVersion)
            && IsPage(fields[HeaderId.ContentType])
            && (fields.Contains(SavedPageUnpacker.LocationField) || IsBrowser(fields[HeaderId.From]) || !IsMail(fields));
    }

    private static string Header(ReadOnlySpan<byte> content)
    {
        content = content[..Math.Min(content.Length, MaxHeaderBytes)];
        var (unix, windows) = (content.IndexOf("\n\n"u8), content.IndexOf("\r\n\r\n"u8));
        var end = unix < 0 ? windows : windows < 0 ? unix : Math.Min(unix, windows);
        return end < 0 ? string.Empty : Encoding.Latin1.GetString(content[..end]) + "\r\n\r\n";
    }

    /// <summary>Tells whether text starts with a header field, so that little is done for a file of another format.</summary>
    private static bool IsField(ReadOnlySpan<byte> text)
    {
        var colon = text[..Math.Min(text.Length, MaxHeaderBytes)].IndexOf((byte)':');
        return colon > 0 && !text[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }

    private static bool IsPage(string? contentType) =>
        ContentType.TryParse(contentType, out var type) && (type.IsMimeType("multipart", "related") || type.IsMimeType("text", "html"));

    /// <summary>Tells what browsers write for a sender: <c>&lt;Saved by Blink&gt;</c>.</summary>
    private static bool IsBrowser(string? from) => from?.TrimStart('<', '"', ' ').StartsWith("Saved by ", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsMail(HeaderList fields) =>
        fields[HeaderId.From]?.Contains('@', StringComparison.Ordinal) == true
        || fields.Contains(HeaderId.To) || fields.Contains(HeaderId.Received) || fields.Contains(HeaderId.MessageId) || fields.Contains(HeaderId.ReturnPath);
}
