using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>
/// The directory at the end of a ZIP archive, ZIP64 included (PKWARE, APPNOTE.TXT 6.3.10, 4.3.12 to 4.3.16). Nothing that it
/// states is trusted: every offset is held against the archive's length.
/// </summary>
/// <param name="Entries">The entries in the directory's order.</param>
/// <param name="Problem">Why the directory cannot be read, or not to its end; null where it can.</param>
internal sealed record ZipDirectory(IReadOnlyList<ZipEntry> Entries, Rejection? Problem)
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const int LocatorLength = 20;
    private const int End64Length = 56;
    private const ushort Utf8Flag = 1 << 11;
    private const ushort Zip64Extra = 1;
    private const ushort UnicodePathExtra = 0x7075;

    private static ReadOnlySpan<byte> EndMark => [(byte)'P', (byte)'K', 5, 6];

    private static ReadOnlySpan<byte> LocatorMark => [(byte)'P', (byte)'K', 6, 7];

    private static ReadOnlySpan<byte> End64Mark => [(byte)'P', (byte)'K', 6, 6];

    private static ReadOnlySpan<byte> HeaderMark => [(byte)'P', (byte)'K', 1, 2];

    /// <summary>Reads the directory.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="maxEntries">Reading ends one past so many.</param>
    public static ZipDirectory Read(ReadOnlySpan<byte> archive, int maxEntries)
    {
        var end = FindEnd(archive);
        if (end < 0)
        {
            return Broken([], "The archive's directory, which stands at its end, is missing: the file is cut short or damaged.");
        }

        if (!TryLocate(archive, end, out var start, out var isSplit))
        {
            return isSplit
                ? new ZipDirectory([], new Rejection(RejectionReason.Unsupported, "The file is one part of an archive that was split."))
                : Broken([], "The archive's directory is not where its end says.");
        }

        var entries = new List<ZipEntry>();
        var rest = archive[(int)start..end];
        while (rest.StartsWith(HeaderMark) && entries.Count <= maxEntries)
        {
            if (!TryReadEntry(rest, out var entry, out var length))
            {
                return Broken(entries, "The archive's directory breaks off.");
            }

            entries.Add(entry);
            rest = rest[length..];
        }

        return new ZipDirectory(entries, null);
    }

    private static ZipDirectory Broken(IReadOnlyList<ZipEntry> entries, string detail) =>
        new(entries, new Rejection(RejectionReason.Malformed, detail));

    /// <summary>Finds the end record: the last one whose comment reaches no further than the file.</summary>
    private static int FindEnd(ReadOnlySpan<byte> archive)
    {
        var from = Math.Max(0, archive.Length - EndLength - ushort.MaxValue);
        var tail = archive[from..];
        while (tail.LastIndexOf(EndMark) is >= 0 and var at)
        {
            if (from + at + EndLength <= archive.Length
                && from + at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(archive[(from + at + 20)..]) <= archive.Length)
            {
                return from + at;
            }

            tail = tail[..at];
        }

        return -1;
    }

    private static bool TryLocate(ReadOnlySpan<byte> archive, int end, out long start, out bool isSplit)
    {
        var record = archive[end..];
        long count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var disk = BinaryPrimitives.ReadUInt16LittleEndian(record[4..]);
        start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        isSplit = disk is not (0 or ushort.MaxValue);
        if ((start == uint.MaxValue || count == ushort.MaxValue) && TryLocate64(archive, end, out var start64, out var count64))
        {
            (start, count) = (start64, count64);
        }

        return !isSplit && start >= 0 && start <= end && (count == 0 || archive[(int)start..end].StartsWith(HeaderMark));
    }

    private static bool TryLocate64(ReadOnlySpan<byte> archive, int end, out long start, out long count)
    {
        (start, count) = (-1, 0);
        if (end < LocatorLength || !archive[(end - LocatorLength)..].StartsWith(LocatorMark))
        {
            return false;
        }

        var at = BinaryPrimitives.ReadInt64LittleEndian(archive[(end - LocatorLength + 8)..]);
        if (at < 0 || at > end - End64Length || !archive[(int)at..].StartsWith(End64Mark))
        {
            return false;
        }

        count = BinaryPrimitives.ReadInt64LittleEndian(archive[((int)at + 32)..]);
        start = BinaryPrimitives.ReadInt64LittleEndian(archive[((int)at + 48)..]);
        return true;
    }

    private static bool TryReadEntry(ReadOnlySpan<byte> header, [NotNullWhen(true)] out ZipEntry? entry, out int length)
    {
        entry = null;
        length = 0;
        if (header.Length < HeaderLength)
        {
            return false;
        }

        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        length = HeaderLength + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (length > header.Length)
        {
            return false;
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var extra = header.Slice(HeaderLength + nameLength, extraLength);
        var name = UnicodePath(extra) is { IsEmpty: false } path
            ? ZipEntryName.Read(path, isUtf8: true)
            : ZipEntryName.Read(header.Slice(HeaderLength, nameLength), (flags & Utf8Flag) != 0);
        long expanded = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        var wide = FindExtra(extra, Zip64Extra);
        TakeWide(ref expanded, ref wide);
        TakeWide(ref compressed, ref wide);
        TakeWide(ref offset, ref wide);
        entry = new ZipEntry(
            name,
            flags,
            BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            compressed,
            expanded,
            offset);
        return true;
    }

    /// <summary>Replaces a number that did not fit into 32 bits by the next of those in the extra field.</summary>
    private static void TakeWide(ref long value, ref ReadOnlySpan<byte> wide)
    {
        if (value == uint.MaxValue && wide.Length >= sizeof(long))
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(wide);
            wide = wide[sizeof(long)..];
        }
    }

    /// <summary>Returns the name in UTF-8 that some tools keep beside one in a code page: after a version and a checksum.</summary>
    private static ReadOnlySpan<byte> UnicodePath(ReadOnlySpan<byte> extra) =>
        FindExtra(extra, UnicodePathExtra) is { Length: > 5 } field && field[0] == 1 ? field[5..] : [];

    private static ReadOnlySpan<byte> FindExtra(ReadOnlySpan<byte> extra, ushort id)
    {
        while (extra.Length >= 4)
        {
            int size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
            {
                return [];
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == id)
            {
                return extra.Slice(4, size);
            }

            extra = extra[(4 + size)..];
        }

        return [];
    }
}
