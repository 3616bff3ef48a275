namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>Tells documents that are ZIP archives inside from archives of files: those are for a reader, not for the unpacker.</summary>
internal static class ZipPackage
{
    // The parts that tell are among the first; a package has some thousands at most.
    private const int MaxEntries = 10_000;

    /// <summary>Returns what the archive is, with its article ("a Word document"), or null where it is an archive of files or none at all.</summary>
    /// <param name="content">The file.</param>
    public static string? Identify(ReadOnlyMemory<byte> content)
    {
        if (!ZipUnpacker.IsZip(content.Span))
        {
            return null;
        }

        var entries = ZipDirectory.Read(content.Span, MaxEntries).Entries;
        var names = entries.Select(entry => entry.Name.Path).ToHashSet(StringComparer.Ordinal);
        return names switch
        {
            _ when names.Contains("[Content_Types].xml") => Office(names),
            _ when names.Contains("mimetype") => ByMediaType(content.Span, entries),
            _ when names.Contains("META-INF/container.xml") => "an EPUB book",
            _ when names.Contains("META-INF/MANIFEST.MF") => "a Java archive",
            _ when names.Contains("Index/Document.iwa") => "an iWork document",
            _ => null,
        };
    }

    private static string Office(HashSet<string> names) => names switch
    {
        _ when HasFolder(names, "word/") => "a Word document",
        _ when HasFolder(names, "xl/") => "an Excel workbook",
        _ when HasFolder(names, "ppt/") => "a PowerPoint presentation",
        _ => "an Office document",
    };

    private static bool HasFolder(HashSet<string> names, string folder) => names.Any(name => name.StartsWith(folder, StringComparison.Ordinal));

    // OpenDocument 1.3, part 2, 3.3, and EPUB 3.3, 4.3: the first entry, stored, holds the media type.
    private static string? ByMediaType(ReadOnlySpan<byte> archive, IReadOnlyList<ZipEntry> entries)
    {
        var entry = entries.First(candidate => candidate.Name.Path == "mimetype");
        var (range, problem) = ZipData.Locate(archive, [entry])[0];
        var type = problem is null && entry.Method == ZipEntry.Stored ? archive[range] : [];
        return type switch
        {
            _ when type.StartsWith("application/epub+zip"u8) => "an EPUB book",
            _ when type.StartsWith("application/vnd.oasis.opendocument."u8) => "an OpenDocument file",
            _ => null,
        };
    }
}
