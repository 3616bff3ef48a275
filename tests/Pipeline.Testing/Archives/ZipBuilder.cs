using System.IO.Compression;
using System.Text;

namespace Pipeline.Testing.Archives;

/// <summary>Writes a ZIP archive byte by byte, so that it can be made wrong in any place.</summary>
public sealed class ZipBuilder
{
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    private readonly List<byte> _data = [];
    private readonly List<byte> _directory = [];
    private int _count;

    /// <summary>Writes an archive as any tool does.</summary>
    public static byte[] Of(params IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public ZipBuilder Add(string name, byte[] content) => Add(Encoding.UTF8.GetBytes(name), content);

    /// <summary>Adds an entry. What is not given is as it should be.</summary>
    public ZipBuilder Add(
        byte[] name, byte[] content, ushort flags = 0, ushort? method = null, bool deflate = true, uint? crc = null, uint? length = null, uint? compressedLength = null, uint? offset = null,
        byte[]? extra = null)
    {
        var data = deflate ? Gzip.Deflate(content) : content;
        var start = (uint)_data.Count;
        var fields = Bytes(writer =>
        {
            writer.Write((ushort)20);
            writer.Write(flags);
            writer.Write(method ?? (deflate ? Deflated : Stored));
            writer.Write(0);
            writer.Write(crc ?? Crc32(content));
            writer.Write(compressedLength ?? (uint)data.Length);
            writer.Write(length ?? (uint)content.Length);
            writer.Write((ushort)name.Length);
            writer.Write((ushort)(extra?.Length ?? 0));
        });
        _data.AddRange([(byte)'P', (byte)'K', 3, 4, .. fields, .. name, .. extra ?? [], .. data]);
        AddToDirectory([.. fields], name, offset ?? start, extra ?? []);
        return this;
    }

    /// <summary>Adds an entry to the directory alone: its data is that of another one.</summary>
    public ZipBuilder AddAlias(string name, byte[] content, uint offset)
    {
        var fields = Bytes(writer =>
        {
            writer.Write((ushort)20);
            writer.Write((ushort)0);
            writer.Write(Deflated);
            writer.Write(0);
            writer.Write(Crc32(content));
            writer.Write((uint)Gzip.Deflate(content).Length);
            writer.Write((uint)content.Length);
            writer.Write((ushort)name.Length);
            writer.Write((ushort)0);
        });
        AddToDirectory(fields, Encoding.UTF8.GetBytes(name), offset, []);
        return this;
    }

    /// <summary>Returns the archive.</summary>
    public byte[] Build(bool zip64 = false)
    {
        var start = (uint)_data.Count;
        var end = start + (long)_directory.Count;
        var wide = !zip64 ? [] : Bytes(writer =>
        {
            writer.Write([(byte)'P', (byte)'K', 6, 6]);
            writer.Write(44L);
            writer.Write((ushort)45);
            writer.Write((ushort)45);
            writer.Write(0L);
            writer.Write((long)_count);
            writer.Write((long)_count);
            writer.Write((long)_directory.Count);
            writer.Write((long)start);
            writer.Write([(byte)'P', (byte)'K', 6, 7]);
            writer.Write(0);
            writer.Write(end);
            writer.Write(1);
        });
        var last = Bytes(writer =>
        {
            writer.Write([(byte)'P', (byte)'K', 5, 6]);
            writer.Write(0);
            writer.Write(zip64 ? ushort.MaxValue : (ushort)_count);
            writer.Write(zip64 ? ushort.MaxValue : (ushort)_count);
            writer.Write(zip64 ? uint.MaxValue : (uint)_directory.Count);
            writer.Write(zip64 ? uint.MaxValue : start);
            writer.Write((ushort)0);
        });
        return [.. _data, .. _directory, .. wide, .. last];
    }

    private void AddToDirectory(byte[] fields, byte[] name, uint offset, byte[] extra)
    {
        _count++;
        _directory.AddRange(
        [
            (byte)'P', (byte)'K', 1, 2, 20, 0, .. fields, .. new byte[10], .. BitConverter.GetBytes(offset), .. name, .. extra,
        ]);
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    // Taken from the trailer of gzip (RFC 1952, 2.3.1), which the runtime writes: the code under test has its own.
    private static uint Crc32(byte[] content) => content.Length == 0 ? 0 : BitConverter.ToUInt32(Gzip.Compress(content).AsSpan()[^8..^4]);
}
