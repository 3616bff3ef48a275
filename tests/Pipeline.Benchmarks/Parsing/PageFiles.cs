using System.IO.Compression;
using Pipeline.Text.Parsing;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>The files of a folder, decompressed where they are compressed with gzip, in the order of their names.</summary>
internal static class PageFiles
{
    private const string GZipExtension = ".gz";
    private const string PagesFolder = "html";

    /// <summary>Reads them; those of its folder <c>html</c> where it has one.</summary>
    public static IReadOnlyList<SourceFile> Read(string folder)
    {
        var pages = Path.Combine(folder, PagesFolder);
        return [.. Directory.GetFiles(Directory.Exists(pages) ? pages : folder).Order(StringComparer.Ordinal).Select(ReadFile)];
    }

    private static SourceFile ReadFile(string path)
    {
        if (!path.EndsWith(GZipExtension, StringComparison.OrdinalIgnoreCase))
        {
            return new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
        }

        using var file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return new SourceFile(Path.GetFileNameWithoutExtension(path), content.ToArray());
    }
}
