using System.Text;
using System.Text.Unicode;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Json;

/// <summary>The bytes of a file as UTF-8 without a byte order mark, whatever encoding it came in. Exactly one of the two is set.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Rejection">Why there are none.</param>
internal readonly record struct Utf8Content(ReadOnlyMemory<byte> Bytes, Rejection? Rejection)
{
    /// <summary>Reads a file; valid UTF-8 is not copied.</summary>
    public static Utf8Content Read(ReadOnlyMemory<byte> content)
    {
        var start = content.Span is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content;
        if (!start.Span.Contains((byte)0) && Utf8.IsValid(start.Span))
        {
            return start.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0
                ? new Utf8Content(default, new Rejection(RejectionReason.Empty, "The file holds nothing but white space."))
                : new Utf8Content(start, null);
        }

        var decoded = TextDecoder.Decode(content.Span);
        return decoded.IsText ? new Utf8Content(Encoding.UTF8.GetBytes(decoded.Text), null) : new Utf8Content(default, decoded.Rejection);
    }
}
