using System.IO.Compression;
using Pipeline.Text.Parsing.Unpacking.Gzip;

namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>Takes the content codings off a body (RFC 9110, 8.4.1): gzip, deflate and Brotli.</summary>
internal static class CodedBody
{
    // A server applies one. Two happen by mistake; more are made to do harm.
    private const int MaxCodings = 3;

    /// <summary>
    /// Decodes a body. One that breaks off is taken as far as it goes, as browsers show it; one that is not coded, though
    /// its header says so, as it is: some archivers decode bodies and keep the header.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="codings">The codings in the order in which they were applied, separated by commas; null for none.</param>
    /// <param name="budget">What may still be expanded.</param>
    /// <param name="cancellationToken">Ends the decoding early.</param>
    public static ExpandedContent Decode(ReadOnlyMemory<byte> body, string? codings, UnpackBudget budget, CancellationToken cancellationToken)
    {
        var names = (codings ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length > MaxCodings)
        {
            return new ExpandedContent(default, new Rejection(RejectionReason.TooDeep, $"The body is coded {names.Length} times."));
        }

        var content = new ExpandedContent(body, null);
        foreach (var name in names.Reverse())
        {
            if (content.Rejection is null)
            {
                content = DecodeOnce(content.Bytes, name.ToLowerInvariant(), budget, cancellationToken);
            }
        }

        return content;
    }

    private static ExpandedContent DecodeOnce(ReadOnlyMemory<byte> body, string coding, UnpackBudget budget, CancellationToken cancellationToken)
    {
        if (coding is "identity" || body.IsEmpty || IsMarkup(body.Span))
        {
            return new ExpandedContent(body, null);
        }

        using var stream = Open(body, coding);
        if (stream is null)
        {
            return coding is "gzip" or "x-gzip"
                ? new ExpandedContent(body, null)
                : new ExpandedContent(default, new Rejection(RejectionReason.Unsupported, "The body is in a content coding that is not read; gzip, deflate and br are."));
        }

        var decoded = budget.Expand(stream, body.Length, expectedLength: (long)body.Length * 4, cancellationToken);
        return decoded.Rejection?.Reason == RejectionReason.Malformed
            ? new ExpandedContent(decoded.Bytes.IsEmpty ? body : decoded.Bytes, null)
            : decoded;
    }

    private static Stream? Open(ReadOnlyMemory<byte> body, string coding) => coding switch
    {
        "gzip" or "x-gzip" => GzipUnpacker.IsGzip(body.Span) ? new GZipStream(ContentStream.Open(body), CompressionMode.Decompress) : null,

        // It should be zlib's format; old servers sent the bare one.
        "deflate" => IsZlib(body.Span)
            ? new ZLibStream(ContentStream.Open(body), CompressionMode.Decompress)
            : new DeflateStream(ContentStream.Open(body), CompressionMode.Decompress),
        "br" => new BrotliStream(ContentStream.Open(body), CompressionMode.Decompress),
        _ => null,
    };

    // RFC 1950, 2.2.
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    private static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return bytes.TrimStart(" \t\r\n"u8) is [(byte)'<', (byte)'!' or (byte)'?' or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z'), ..];
    }
}
