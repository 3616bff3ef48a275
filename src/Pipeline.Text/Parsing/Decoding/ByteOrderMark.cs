using System.Text;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>The mark at the start of a file that names its Unicode encoding.</summary>
/// <param name="Name">The encoding's name, for people.</param>
/// <param name="Length">The mark's length, in bytes.</param>
/// <param name="Encoding">The encoding; what it cannot decode becomes U+FFFD.</param>
internal sealed record ByteOrderMark(string Name, int Length, Encoding Encoding)
{
    private static readonly ByteOrderMark Utf8 = new("UTF-8", 3, new UTF8Encoding());
    private static readonly ByteOrderMark Utf16Little = new("UTF-16 (little-endian)", 2, new UnicodeEncoding());
    private static readonly ByteOrderMark Utf16Big = new("UTF-16 (big-endian)", 2, new UnicodeEncoding(true, true));
    private static readonly ByteOrderMark Utf32Little = new("UTF-32 (little-endian)", 4, new UTF32Encoding());
    private static readonly ByteOrderMark Utf32Big = new("UTF-32 (big-endian)", 4, new UTF32Encoding(true, true));

    /// <summary>Returns the mark at the start of the bytes, or null. <c>FF FE 00 00</c> is UTF-32, not UTF-16 that starts with a NUL.</summary>
    public static ByteOrderMark? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, 0, 0, ..] => Utf32Little,
        [0, 0, 0xFE, 0xFF, ..] => Utf32Big,
        [0xFF, 0xFE, ..] => Utf16Little,
        [0xFE, 0xFF, ..] => Utf16Big,
        _ => null,
    };
}
