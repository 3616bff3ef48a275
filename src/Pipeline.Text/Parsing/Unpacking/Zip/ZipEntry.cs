namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>An entry as the directory at the end of a ZIP archive states it. Lengths and offsets are unchecked.</summary>
/// <param name="Name">The name.</param>
/// <param name="Flags">The general purpose bit flags.</param>
/// <param name="Method">The compression method.</param>
/// <param name="Crc32">The checksum of the expanded content.</param>
/// <param name="CompressedLength">The length of the data, in bytes.</param>
/// <param name="Length">The length of the expanded content, in bytes.</param>
/// <param name="HeaderOffset">Where the entry's own header stands in the archive.</param>
internal sealed record ZipEntry(ZipEntryName Name, ushort Flags, ushort Method, uint Crc32, long CompressedLength, long Length, long HeaderOffset)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    private const ushort EncryptedFlag = 1;
    private const ushort MaskedHeaderFlag = 1 << 13;
    private const ushort AesMethod = 99;

    public bool IsEncrypted => (Flags & (EncryptedFlag | MaskedHeaderFlag)) != 0 || Method == AesMethod;

    /// <summary>Gets the method's name, for people (APPNOTE.TXT 4.4.5).</summary>
    public string MethodName => Method switch
    {
        1 => "Shrink",
        6 => "Implode",
        9 => "Deflate64",
        12 => "bzip2",
        14 => "LZMA",
        20 or 93 => "Zstandard",
        95 => "xz",
        98 => "PPMd",
        _ => $"number {Method}",
    };
}
