using Pipeline.Testing.Archives;

namespace Pipeline.Testing.Mutations;

/// <summary>Good files of each format, to damage: those of the golden cases, and archives made of them.</summary>
public static class FormatSamples
{
    private const int MaxInArchive = 6;

    /// <summary>Loads the samples.</summary>
    /// <param name="folder">The folder of the golden cases: one folder a case, with its <c>source.*</c>.</param>
    /// <returns>The samples by format: the extension of the cases' files, and <c>gzip</c>, <c>zip</c>, <c>warc</c> and <c>warc.gz</c>.</returns>
    public static SortedDictionary<string, IReadOnlyList<byte[]>> Load(string folder)
    {
        var formats = new SortedDictionary<string, IReadOnlyList<byte[]>>(StringComparer.Ordinal);
        foreach (var cases in Directory.GetFiles(folder, "source.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).GroupBy(Extension))
        {
            formats[cases.Key] = [.. cases.Select(File.ReadAllBytes)];
        }

        var all = formats.SelectMany(format => format.Value.Take(2).Select((content, i) => (Name: $"{format.Key}/{i}.{format.Key}", Content: content))).ToList();
        formats["gzip"] = [.. all.Select(file => Gzip.Compress(file.Content))];
        formats["zip"] = [.. all.Chunk(MaxInArchive).Select(files => ZipBuilder.Of(files)), ZipBuilder.Of(("inner.zip", ZipBuilder.Of(all[0])), ("a.gz", Gzip.Compress(all[0].Content)))];
        var warcs = all.Chunk(MaxInArchive).Select(Crawl).ToList();
        formats["warc"] = [.. warcs.Select(warc => warc.Build())];
        formats["warc.gz"] = [.. warcs.Select(warc => warc.BuildGzip()), Gzip.Compress(warcs[0].Build())];
        return formats;
    }

    private static string Extension(string path) => Path.GetExtension(path)[1..];

    private static WarcBuilder Crawl((string Name, byte[] Content)[] files)
    {
        var warc = new WarcBuilder().Record("warcinfo", null, "software: example"u8.ToArray(), "application/warc-fields");
        foreach (var (file, i) in files.Select((file, i) => (file, i)))
        {
            var uri = $"https://news.example/{file.Name}";
            warc = (i % 4) switch
            {
                0 => warc.Response(uri, file.Content, "text/html"),
                1 => warc.Response(uri, Gzip.Compress(file.Content), "text/html", headers: "Content-Encoding: gzip"),
                2 => warc.Response(uri, [.. System.Text.Encoding.ASCII.GetBytes($"{file.Content.Length:x}\r\n"), .. file.Content, .. "\r\n0\r\n\r\n"u8], "text/html", headers: "Transfer-Encoding: chunked"),
                _ => warc.Record("resource", uri, file.Content, "text/html"),
            };
        }

        return warc;
    }
}
