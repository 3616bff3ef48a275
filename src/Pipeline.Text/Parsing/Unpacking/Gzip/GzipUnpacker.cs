using System.Buffers.Binary;
using System.IO.Compression;

namespace Pipeline.Text.Parsing.Unpacking.Gzip;

/// <summary>
/// Takes gzip off a file (RFC 1952): the article is the file, so it has no id of its own. Several members, one after the
/// other, are one file. A file that breaks off is rejected: half an article would pass for a whole one.
/// </summary>
internal sealed class GzipUnpacker : IFileUnpacker
{
    private const int TrailerLength = 8;

    private static readonly Rejection CutShort = new(RejectionReason.Malformed, "The compressed data breaks off before its end, or something else follows it.");

    public string Format => "gzip";

    public bool CanUnpack(SourceFile file) => IsGzip(file.Content.Span);

    public IEnumerable<UnpackedEntry> Unpack(SourceFile file, UnpackBudget budget, CancellationToken cancellationToken)
    {
        using var stream = new GZipStream(ContentStream.Open(file.Content), CompressionMode.Decompress);
        var expanded = budget.Expand(stream, file.Content.Length, expectedLength: (long)file.Content.Length * 4, cancellationToken);
        var rejection = expanded.Rejection ?? (IsWhole(file.Content.Span, expanded.Bytes.Span) ? null : CutShort);
        yield return rejection is not null
            ? UnpackedEntry.Rejected(rejection, itemId: null)
            : UnpackedEntry.Of(file with { Name = GzipName.Of(file), Content = expanded.Bytes, MediaType = null }, itemId: null);
    }

    /// <summary>Tells whether bytes begin as a gzip member that is deflated, the only method there is.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, ..];

    /// <summary>
    /// Tells whether the file ends as its last member should, which the decompressor does not: with the checksum and the
    /// length of what that expands to (RFC 1952, 2.3.1). Tapes and some tools pad files with zeros.
    /// </summary>
    private static bool IsWhole(ReadOnlySpan<byte> gzip, ReadOnlySpan<byte> expanded)
    {
        // The length's own last bytes may be zeros too.
        var unpadded = gzip.TrimEnd((byte)0).Length;
        for (var end = Math.Min(gzip.Length, unpadded + TrailerLength); end >= Math.Max(unpadded, TrailerLength); end--)
        {
            var crc = BinaryPrimitives.ReadUInt32LittleEndian(gzip[(end - TrailerLength)..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(gzip[(end - sizeof(uint))..]);
            if (length <= expanded.Length && Crc32.Of(expanded[^(int)length..]) == crc)
            {
                return true;
            }
        }

        return false;
    }
}
