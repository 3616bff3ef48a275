namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>
/// Tells documents that are ZIP archives inside from archives of files. This is the one place that knows them: the unpacker
/// leaves them alone, the reader of Word documents takes its own, and the others are named to who dropped them.
/// </summary>
internal static class ZipPackage
{
    // The parts that tell are among the first; a package has some thousands at most.
    private const int MaxEntries = 10_000;

    /// <summary>Returns what a file is.</summary>
    /// <param name="content">All bytes of the file.</param>
    public static ZipPackageKind Identify(ReadOnlySpan<byte> content)
    {
        if (!ZipUnpacker.IsZip(content))
        {
            return ZipPackageKind.None;
        }

        // Names of parts differ by more than case (ECMA-376, part 2, 6.2.2).
        var entries = ZipDirectory.Read(content, MaxEntries).Entries;
        var names = entries.Select(entry => entry.Name.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names switch
        {
            _ when names.Contains("[Content_Types].xml") => Office(names),
            _ when names.Contains("mimetype") => ByMediaType(content, entries),
            _ when names.Contains("META-INF/container.xml") => ZipPackageKind.Epub,
            _ when names.Contains("META-INF/MANIFEST.MF") => ZipPackageKind.Java,
            _ when names.Contains("Index/Document.iwa") => ZipPackageKind.IWork,
            _ => ZipPackageKind.None,
        };
    }

    /// <summary>Returns the name of a kind with its article, or null where it is no document.</summary>
    /// <param name="kind">The kind.</param>
    public static string? Name(ZipPackageKind kind) => kind switch
    {
        ZipPackageKind.Word => "a Word document",
        ZipPackageKind.Excel => "an Excel workbook",
        ZipPackageKind.PowerPoint => "a PowerPoint presentation",
        ZipPackageKind.OtherOffice => "an Office document",
        ZipPackageKind.OpenDocument => "an OpenDocument file",
        ZipPackageKind.Epub => "an EPUB book",
        ZipPackageKind.Java => "a Java archive",
        ZipPackageKind.IWork => "an iWork document",
        _ => null,
    };

    private static ZipPackageKind Office(HashSet<string> names) => names switch
    {
        _ when HasFolder(names, "word/") => ZipPackageKind.Word,
        _ when HasFolder(names, "xl/") => ZipPackageKind.Excel,
        _ when HasFolder(names, "ppt/") => ZipPackageKind.PowerPoint,
        _ => ZipPackageKind.OtherOffice,
    };

    private static bool HasFolder(HashSet<string> names, string folder) => names.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    // OpenDocument 1.3, part 2, 3.3, and EPUB 3.3, 4.3: the first entry, stored, holds the media type.
    private static ZipPackageKind ByMediaType(ReadOnlySpan<byte> archive, IReadOnlyList<ZipEntry> entries)
    {
        var entry = entries.First(candidate => candidate.Name.Path.Equals("mimetype", StringComparison.OrdinalIgnoreCase));
        var (range, problem) = ZipData.Locate(archive, [entry])[0];
        var type = problem is null && entry.Method == ZipEntry.Stored ? archive[range] : [];
        return type switch
        {
            _ when type.StartsWith("application/epub+zip"u8) => ZipPackageKind.Epub,
            _ when type.StartsWith("application/vnd.oasis.opendocument."u8) => ZipPackageKind.OpenDocument,
            _ => ZipPackageKind.None,
        };
    }
}
