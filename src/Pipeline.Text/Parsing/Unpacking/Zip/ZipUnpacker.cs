using System.IO.Compression;

namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>
/// Finds the files in a ZIP archive, each named by its path. Folders, what systems leave beside people's files and
/// what belongs to a page (scripts, styles, pictures, fonts, frames) are skipped; what cannot be expanded is rejected with its reason, and the others go on.
/// </summary>
internal sealed class ZipUnpacker : IFileUnpacker
{
    public string Format => "zip";

    public bool CanUnpack(SourceFile file) => IsZip(file.Content.Span) && ZipPackage.Identify(file.Content.Span) == ZipPackageKind.None;

    public IEnumerable<UnpackedEntry> Unpack(SourceFile file, UnpackBudget budget, CancellationToken cancellationToken)
    {
        var directory = ZipDirectory.Read(file.Content.Span, budget.RemainingItems);
        if (!budget.HasRoomFor(directory.Entries.Count))
        {
            yield break;
        }

        var found = false;
        var pages = PageResource.Folders(directory.Entries.Select(entry => entry.Name.Path));
        var data = ZipData.Locate(file.Content.Span, directory.Entries);
        for (var i = 0; i < directory.Entries.Count; i++)
        {
            var entry = directory.Entries[i];
            if (!entry.Name.IsFolder && !entry.Name.IsClutter && !PageResource.IsMatch(entry.Name.Path, pages))
            {
                found = true;
                yield return Expand(file, entry, data[i], budget, cancellationToken);
            }
        }

        if (directory.Problem is { } problem)
        {
            yield return UnpackedEntry.Rejected(problem, found ? "#directory" : null);
        }
        else if (!found)
        {
            yield return UnpackedEntry.Rejected(RejectionReason.Empty, "The archive holds no file that could be an article.", itemId: null);
        }
    }

    /// <summary>Tells whether bytes begin as an archive does: with an entry, or, of an empty one, with the directory's end.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    private static UnpackedEntry Expand(
        SourceFile archive, ZipEntry entry, (Range Range, string? Problem) data, UnpackBudget budget, CancellationToken cancellationToken)
    {
        var id = entry.Name.Path;
        if ((entry.Name.Problem ?? data.Problem) is { } problem)
        {
            return UnpackedEntry.Rejected(RejectionReason.Malformed, problem, id);
        }

        if (entry.IsEncrypted)
        {
            return UnpackedEntry.Rejected(RejectionReason.Encrypted, "The entry is encrypted.", id);
        }

        var content = Expand(archive.Content[data.Range], entry, budget, cancellationToken);
        return content.Rejection is { } rejection
            ? UnpackedEntry.Rejected(rejection, id)
            : UnpackedEntry.Of(new SourceFile($"{archive.Name}/{id}", content.Bytes) { Received = archive.Received }, id);
    }

    private static ExpandedContent Expand(ReadOnlyMemory<byte> data, ZipEntry entry, UnpackBudget budget, CancellationToken cancellationToken)
    {
        if (entry.Method is not (ZipEntry.Stored or ZipEntry.Deflated))
        {
            return new ExpandedContent(default, new Rejection(RejectionReason.Unsupported, $"The entry is compressed by {entry.MethodName}; Deflate is read."));
        }

        if (entry.Length > budget.MaxEntryBytes)
        {
            // Before it is expanded: the archive says so itself.
            return new ExpandedContent(default, new Rejection(RejectionReason.TooLarge, $"The entry is longer than {budget.MaxEntryBytes} bytes when it is expanded."));
        }

        ExpandedContent content;
        if (entry.Method == ZipEntry.Stored)
        {
            content = new ExpandedContent(data, budget.CountExpanded(data.Length));
        }
        else
        {
            using var stream = new DeflateStream(ContentStream.Open(data), CompressionMode.Decompress);
            content = budget.Expand(stream, data.Length, entry.Length, cancellationToken);
        }

        return content.Rejection is null && (content.Bytes.Length != entry.Length || Crc32.Of(content.Bytes.Span) != entry.Crc32)
            ? new ExpandedContent(default, new Rejection(RejectionReason.Malformed, "The entry is damaged: its content does not fit its length and checksum."))
            : content;
    }
}
