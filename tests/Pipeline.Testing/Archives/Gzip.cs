using System.IO.Compression;

namespace Pipeline.Testing.Archives;

/// <summary>Compresses bytes for tests.</summary>
public static class Gzip
{
    public static byte[] Compress(byte[] content) => Through(content, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Deflate(byte[] content) => Through(content, stream => new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Zlib(byte[] content) => Through(content, stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Brotli(byte[] content) => Through(content, stream => new BrotliStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    private static byte[] Through(byte[] content, Func<Stream, Stream> open)
    {
        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }
}
