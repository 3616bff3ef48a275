using System.IO.Compression;
using Pipeline.Testing.Archives;

namespace Pipeline.Testing.Mutations.Packed;

/// <summary>Changes what a gzip file holds.</summary>
internal static class PackedGzip
{
    /// <summary>Returns the file with the change inside, in one member or two.</summary>
    public static byte[] Change(byte[] file, Random random, Func<byte[], byte[]> change)
    {
        using var content = new MemoryStream();
        using var stream = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        stream.CopyTo(content);
        var changed = change(content.ToArray());
        var part = random.Next(2) == 0 ? changed.Length : random.Next(changed.Length + 1);
        return part == changed.Length ? Gzip.Compress(changed) : [.. Gzip.Compress(changed[..part]), .. Gzip.Compress(changed[part..])];
    }
}
