using Pipeline.Text.Parsing.Unpacking.Zip;

namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>
/// Says of archives that are not unpacked, and of documents that are ZIP archives but that no other reader reads, what
/// they are. It stands behind the readers of documents, and before the one for plain text.
/// </summary>
internal sealed class UnreadArchiveReader : IArticleReader
{
    private const int TarMagicOffset = 257;

    public string Format => "archive";

    public bool CanRead(SourceFile file) => Identify(file.Content) is not null;

    public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [ParsedItem.Rejected(RejectionReason.Unsupported, $"The file is {Identify(file.Content) ?? "an archive"}, which is not read.")];
    }

    private static string? Identify(ReadOnlyMemory<byte> content) => content.Span switch
    {
        [(byte)'B', (byte)'Z', (byte)'h', _, 0x31, 0x41, 0x59, 0x26, ..] => "a bzip2 archive",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "an xz archive",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => "a 7-Zip archive",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => "a RAR archive",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "a Zstandard archive",
        [4, 0x22, 0x4D, 0x18, ..] => "an LZ4 archive",
        [(byte)'L', (byte)'Z', (byte)'I', (byte)'P', 1, ..] => "an lzip archive",
        [(byte)'M', (byte)'S', (byte)'C', (byte)'F', 0, 0, 0, 0, ..] => "a Windows cabinet",
        [0x1F, 0x9D, >= 0x80, ..] => "a compress archive",
        { Length: > TarMagicOffset + 8 } bytes when bytes.Slice(TarMagicOffset, 5).SequenceEqual("ustar"u8) => "a tar archive",
        _ => ZipPackage.Name(ZipPackage.Identify(content.Span)),
    };
}
