using System.Buffers.Binary;

namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>Where the data of the entries stands in an archive. Entries that share bytes are how a small archive expands to terabytes: all but the first of them have none.</summary>
internal static class ZipData
{
    private const int HeaderLength = 30;

    private static ReadOnlySpan<byte> HeaderMark => [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Finds the data of each entry.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="entries">The entries.</param>
    /// <returns>For each entry the data's range, or why there is none.</returns>
    public static (Range Range, string? Problem)[] Locate(ReadOnlySpan<byte> archive, IReadOnlyList<ZipEntry> entries)
    {
        var found = new (Range Range, string? Problem)[entries.Count];
        var order = Enumerable.Range(0, entries.Count).OrderBy(i => entries[i].HeaderOffset).ToArray();
        long taken = 0;
        foreach (var i in order)
        {
            var entry = entries[i];
            if (!TryFind(archive, entry, out var start))
            {
                found[i] = (default, "The entry's data is not where the directory says.");
            }
            else if (entry.HeaderOffset < taken)
            {
                found[i] = (default, "The entry shares its data with another one.");
            }
            else
            {
                taken = start + entry.CompressedLength;
                found[i] = ((int)start..(int)taken, null);
            }
        }

        return found;
    }

    private static bool TryFind(ReadOnlySpan<byte> archive, ZipEntry entry, out long start)
    {
        start = 0;
        if (entry.HeaderOffset < 0 || entry.HeaderOffset > archive.Length - HeaderLength || !archive[(int)entry.HeaderOffset..].StartsWith(HeaderMark))
        {
            return false;
        }

        var header = archive[(int)entry.HeaderOffset..];
        start = entry.HeaderOffset + HeaderLength
            + BinaryPrimitives.ReadUInt16LittleEndian(header[26..])
            + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return start <= archive.Length && entry.CompressedLength >= 0 && entry.CompressedLength <= archive.Length - start;
    }
}
