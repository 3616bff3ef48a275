using System.Text;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>Reads the start of a file for a look at what format it is of, without decoding it all.</summary>
internal static class TextPrefix
{
    /// <summary>How much is looked at, in bytes. Prologues of XML and front matter are shorter. Chosen.</summary>
    public const int Bytes = 64 * 1024;

    // Files of another format are mostly told by their first character. Chosen.
    private const int FewBytes = 1024;

    /// <summary>Returns the first few characters as <see cref="Read"/> does: enough to tell most files that are of another format.</summary>
    public static string ReadFew(ReadOnlySpan<byte> content) => Read(content, FewBytes);

    /// <summary>Returns the first characters, without byte order mark and leading white space. What is no Unicode encoding is read byte by byte.</summary>
    /// <param name="content">The file.</param>
    /// <param name="maxBytes">How much is looked at, in bytes.</param>
    public static string Read(ReadOnlySpan<byte> content, int maxBytes = Bytes)
    {
        var prefix = content[..Math.Min(content.Length, maxBytes)];
        var mark = ByteOrderMark.Find(prefix);
        var encoding = mark?.Encoding ?? Utf16Pattern.Detect(prefix) ?? (Utf8Text.Decode(prefix) is null ? Encoding.Latin1 : Encoding.UTF8);
        return encoding.GetString(prefix[(mark?.Length ?? 0)..]).TrimStart();
    }
}
