using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Pipeline.Benchmarks.Page;

/// <summary>Compresses the pixels of a PNG file (ISO/IEC 15948) once more, as well as zlib can: the browser takes the fast way.</summary>
internal static class PngPacker
{
    private const int SignatureLength = 8;

    // Length and type before a chunk's data, and a checksum after it.
    private const int HeadLength = 8;
    private const int ChecksumLength = 4;

    /// <summary>Packs a file; other chunks than those of pixels stay as they are.</summary>
    public static byte[] Pack(byte[] png)
    {
        var packed = new MemoryStream();
        var pixels = new MemoryStream();
        packed.Write(png, 0, SignatureLength);
        for (var at = SignatureLength; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var chunk = png.AsSpan(at, HeadLength + length + ChecksumLength);
            var type = chunk[4..HeadLength];
            if (type.SequenceEqual("IDAT"u8))
            {
                pixels.Write(chunk.Slice(HeadLength, length));
            }
            else
            {
                if (type.SequenceEqual("IEND"u8))
                {
                    WritePixels(packed, pixels);
                }

                packed.Write(chunk);
            }

            at += chunk.Length;
        }

        return packed.ToArray();
    }

    private static void WritePixels(MemoryStream target, MemoryStream pixels)
    {
        pixels.Position = 0;
        var compressed = new MemoryStream();
        using (var inflated = new ZLibStream(pixels, CompressionMode.Decompress))
        using (var deflated = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            inflated.CopyTo(deflated);
        }

        var chunk = new byte[HeadLength + compressed.Length + ChecksumLength];
        BinaryPrimitives.WriteInt32BigEndian(chunk, (int)compressed.Length);
        "IDAT"u8.CopyTo(chunk.AsSpan(4));
        compressed.ToArray().CopyTo(chunk, HeadLength);
        var checksum = Crc32.HashToUInt32(chunk.AsSpan(4, chunk.Length - 4 - ChecksumLength));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - ChecksumLength), checksum);
        target.Write(chunk);
    }
}
