using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>Knows the files that belong to web pages and are none: by their kind, or by the folder that a browser saves beside a page.</summary>
internal static class PageResource
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kinds =
        ".js .mjs .css .map .png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .tif .tiff .woff .woff2 .ttf .otf .eot .mp3 .mp4 .m4a .webm .ogg .wav .mov".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // What browsers put behind a page's name to name its folder.
    private static readonly string[] FolderEndings = ["_files/", ".files/", "-Dateien/", "_fichiers/", "_archivos/", "_arquivos/", "_bestanden/"];

    /// <summary>Returns the folders that hold what belongs to the pages of an archive.</summary>
    /// <param name="paths">The paths in the archive.</param>
    public static IReadOnlySet<string> Folders(IEnumerable<string> paths) =>
        paths.Where(path => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase))
            .SelectMany(path => FolderEndings.Select(ending => path[..path.LastIndexOf('.')] + ending)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Tells whether a file belongs to a page.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="folders">The folders of the archive's pages.</param>
    public static bool IsMatch(string path, IReadOnlySet<string> folders)
    {
        if (Kinds.Contains(Path.GetExtension(path.AsSpan())))
        {
            return true;
        }

        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (folders.Contains(path[..(slash + 1)]))
            {
                return true;
            }
        }

        return false;
    }
}
