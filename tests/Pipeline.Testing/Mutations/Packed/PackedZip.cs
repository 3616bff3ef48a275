using System.IO.Compression;
using System.Text;
using Pipeline.Testing.Archives;

namespace Pipeline.Testing.Mutations.Packed;

/// <summary>Changes an entry of a ZIP archive, or its name.</summary>
internal static class PackedZip
{
    /// <summary>Returns the archive with the change inside.</summary>
    public static byte[] Change(byte[] file, Random random, Func<byte[], byte[]> change)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        var chosen = random.Next(archive.Entries.Count);
        var changesName = random.Next(6) == 0;
        var zip = new ZipBuilder();
        for (var i = 0; i < archive.Entries.Count; i++)
        {
            using var content = new MemoryStream();
            using var stream = archive.Entries[i].Open();
            stream.CopyTo(content);
            var name = Encoding.UTF8.GetBytes(archive.Entries[i].FullName);
            zip.Add(
                i == chosen && changesName ? [.. change(name).Take(ushort.MaxValue)] : name,
                i == chosen && !changesName ? change(content.ToArray()) : content.ToArray(),
                deflate: random.Next(4) > 0);
        }

        return zip.Build(zip64: random.Next(4) == 0);
    }
}
