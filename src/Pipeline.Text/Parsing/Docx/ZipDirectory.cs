using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>
/// Walks the directory of a ZIP without opening it (PKWARE APPNOTE, 4.3.12 and 4.3.16), so that a file can be told and
/// refused before anything is allocated for it.
/// </summary>
internal ref struct ZipDirectory
{
    private const uint EndSignature = 0x06054B50;
    private const uint EntrySignature = 0x02014B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int MaxComment = ushort.MaxValue;

    private ReadOnlySpan<byte> _rest;

    private ZipDirectory(ReadOnlySpan<byte> entries) => _rest = entries;

    /// <summary>Gets the name of the current entry, in its bytes.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Gets how many bytes the current entry takes, as the directory claims.</summary>
    public uint CompressedBytes { get; private set; }

    /// <summary>Gets how many bytes the current entry expands to, as the directory claims.</summary>
    public uint ExpandedBytes { get; private set; }

    /// <summary>Tells whether the bytes start as a ZIP does.</summary>
    public static bool IsZip(ReadOnlySpan<byte> file) => file is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <summary>Finds the directory of a ZIP; an empty one where there is none.</summary>
    public static ZipDirectory Open(ReadOnlySpan<byte> file)
    {
        for (var at = file.Length - EndLength; at >= Math.Max(0, file.Length - EndLength - MaxComment); at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file[at..]) == EndSignature)
            {
                var start = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 16)..]);
                return new ZipDirectory(start < at ? file[(int)start..at] : []);
            }
        }

        return new ZipDirectory([]);
    }

    /// <summary>Goes to the next entry.</summary>
    /// <returns>False where there is none.</returns>
    public bool MoveNext()
    {
        if (_rest.Length < EntryLength || BinaryPrimitives.ReadUInt32LittleEndian(_rest) != EntrySignature)
        {
            return false;
        }

        int name = BinaryPrimitives.ReadUInt16LittleEndian(_rest[28..]),
            length = EntryLength + name + BinaryPrimitives.ReadUInt16LittleEndian(_rest[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(_rest[32..]);
        if (length > _rest.Length)
        {
            return false;
        }

        CompressedBytes = BinaryPrimitives.ReadUInt32LittleEndian(_rest[20..]);
        ExpandedBytes = BinaryPrimitives.ReadUInt32LittleEndian(_rest[24..]);
        Name = _rest.Slice(EntryLength, name);
        _rest = _rest[length..];
        return true;
    }

    /// <summary>Tells whether the current entry lies in a folder.</summary>
    public readonly bool IsIn(string folder) =>
        Name.Length > folder.Length && Encoding.ASCII.GetString(Name[..folder.Length]).Equals(folder, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether the current entry has a name.</summary>
    public readonly bool Is(string name) => Name.Length == name.Length && Encoding.ASCII.GetString(Name).Equals(name, StringComparison.OrdinalIgnoreCase);
}
