using System.IO.Compression;
using Pipeline.Testing.Archives;

namespace Pipeline.Testing.Mutations;

/// <summary>Changes what stands inside an archive and packs it again, with right lengths and checksums.</summary>
internal static class PackedContent
{
    /// <summary>Returns an archive with a change inside; null where the file is no archive, or shall be changed itself.</summary>
    public static byte[]? TryChangeInside(byte[] sample, Random random, Func<byte[], byte[]> change)
    {
        if (random.Next(3) == 0)
        {
            return null;
        }

        return sample switch
        {
            [0x1F, 0x8B, ..] => ChangeGzip(sample, change),
            [(byte)'P', (byte)'K', 3, 4, ..] => ChangeZip(sample, random, change),
            _ => null,
        };
    }

    private static byte[] ChangeGzip(byte[] sample, Func<byte[], byte[]> change)
    {
        using var content = new MemoryStream();
        using var stream = new GZipStream(new MemoryStream(sample), CompressionMode.Decompress);
        stream.CopyTo(content);
        return Gzip.Compress(change(content.ToArray()));
    }

    private static byte[] ChangeZip(byte[] sample, Random random, Func<byte[], byte[]> change)
    {
        using var archive = new ZipArchive(new MemoryStream(sample));
        var chosen = random.Next(archive.Entries.Count);
        var changesName = random.Next(6) == 0;
        var zip = new ZipBuilder();
        for (var i = 0; i < archive.Entries.Count; i++)
        {
            using var content = new MemoryStream();
            using var stream = archive.Entries[i].Open();
            stream.CopyTo(content);
            var name = System.Text.Encoding.UTF8.GetBytes(archive.Entries[i].FullName);
            zip.Add(
                i == chosen && changesName ? [.. change(name).Take(ushort.MaxValue)] : name,
                i == chosen && !changesName ? change(content.ToArray()) : content.ToArray(),
                deflate: random.Next(4) > 0);
        }

        return zip.Build(zip64: random.Next(4) == 0);
    }
}
