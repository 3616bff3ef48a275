using System.Globalization;

namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>Puts together a body that was transferred in chunks (RFC 9112, 7.1).</summary>
internal static class ChunkedBody
{
    // Sixteen digits would be a length past any file; extensions behind the length are of no use here, and short.
    private const int MaxLineBytes = 1_024;

    /// <summary>
    /// Joins the chunks. A body that breaks off is taken as far as it goes, and one that is not in chunks at all as it is:
    /// some archivers join the chunks, and keep the header that speaks of them.
    /// </summary>
    /// <param name="body">The body as it was transferred.</param>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> body)
    {
        var joined = new byte[body.Length];
        var length = 0;
        var rest = body.Span;
        while (TryReadLength(rest, out var chunk, out var lineLength) && chunk > 0)
        {
            var data = rest.Slice(lineLength, (int)Math.Min(chunk, rest.Length - lineLength));
            data.CopyTo(joined.AsSpan(length));
            length += data.Length;
            rest = rest[(lineLength + data.Length)..];
            rest = rest switch
            {
                [(byte)'\r', (byte)'\n', .. var next] => next,
                [(byte)'\n', .. var next] => next,
                _ => [],
            };
        }

        return length > 0 || TryReadLength(body.Span, out _, out _) ? joined.AsMemory(0, length) : body;
    }

    private static bool TryReadLength(ReadOnlySpan<byte> bytes, out long length, out int lineLength)
    {
        length = 0;
        lineLength = bytes[..Math.Min(bytes.Length, MaxLineBytes)].IndexOf((byte)'\n') + 1;
        if (lineLength == 0)
        {
            return false;
        }

        var line = bytes[..(lineLength - 1)];
        var digits = line[..(line.IndexOf((byte)';') is >= 0 and var extension ? extension : line.Length)].Trim(" \t\r"u8);
        return digits.Length <= 15 && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out length);
    }
}
