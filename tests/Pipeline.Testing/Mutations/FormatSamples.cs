using System.Reflection;
using System.Text;
using Pipeline.Testing.Archives;

namespace Pipeline.Testing.Mutations;

/// <summary>Good files of each format, to damage: the short ones of the golden cases, some of their own, and archives made of them.</summary>
public static class FormatSamples
{
    private const int MaxInArchive = 3;

    // A short file is damaged where it matters more often, and read sooner. A PDF with fonts of its own is not shorter.
    private const int MaxBytes = 8_000;
    private const int MaxPdfBytes = 20_000;

    /// <summary>Loads the samples.</summary>
    /// <param name="folder">The folder of the golden cases: one folder a case, with its <c>source.*</c>.</param>
    /// <returns>The samples by format: <c>text</c>, <c>html</c>, <c>markdown</c>, <c>json</c>, <c>jsonl</c>, <c>nitf</c>, <c>newsml</c>, <c>rss</c>, <c>atom</c>, <c>eml</c>, <c>mbox</c>, <c>mhtml</c>, <c>pdf</c>, <c>docx</c>, <c>gzip</c>, <c>zip</c>, <c>warc</c> and <c>warc.gz</c>.</returns>
    public static SortedDictionary<string, IReadOnlyList<byte[]>> Load(string folder)
    {
        var files = Directory.GetFiles(folder, "source.*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Extension: Extension(path), Content: File.ReadAllBytes(path)))
            .Where(file => file.Content.Length <= (file.Extension == "pdf" ? MaxPdfBytes : MaxBytes))
            .Concat(Own());
        var formats = new SortedDictionary<string, IReadOnlyList<byte[]>>(StringComparer.Ordinal);
        foreach (var format in files.GroupBy(file => Format(file.Extension, file.Content)))
        {
            formats[format.Key] = [.. format.Select(file => file.Content)];
        }

        var all = formats.SelectMany(format => format.Value.OrderBy(content => content.Length).Take(2).Select((content, i) => (Name: $"{format.Key}/{i}.{format.Key}", Content: content))).ToList();
        formats["gzip"] = [.. all.Select(file => Gzip.Compress(file.Content))];
        formats["zip"] = [.. all.Chunk(MaxInArchive).Select(chunk => ZipBuilder.Of(chunk)), ZipBuilder.Of(("inner.zip", ZipBuilder.Of(all[0])), ("a.gz", Gzip.Compress(all[0].Content)))];
        var warcs = all.Chunk(MaxInArchive).Select(Crawl).ToList();
        formats["warc"] = [.. warcs.Select(warc => warc.Build())];
        formats["warc.gz"] = [.. warcs.Select(warc => warc.BuildGzip()), Gzip.Compress(warcs[0].Build())];
        return formats;
    }

    private static string Extension(string path) => Path.GetExtension(path)[1..];

    private static IEnumerable<(string Extension, byte[] Content)> Own()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Samples.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return (Extension(name), content.ToArray());
        }

        string[] lines =
        [
            "Ferry line is sold", "By Jane Doe", "2 May 2024", "",
            "The ferry line between the islands was sold on Thursday to a com-", "pany that runs two others on the same coast.", "",
            "From Monday tickets of one are good on all three, it said.",
        ];
        yield return ("pdf", SmallPdf.OfLines(lines));
        yield return ("pdf", SmallPdf.OfCodes(lines));
    }

    private static string Format(string extension, byte[] content) => extension switch
    {
        "txt" => "text",
        "md" => "markdown",
        "xml" => Encoding.UTF8.GetString(content) switch
        {
            var text when text.Contains("<newsMessage", StringComparison.Ordinal) || text.Contains("<newsItem", StringComparison.Ordinal) => "newsml",
            var text when text.Contains("<feed", StringComparison.Ordinal) => "atom",
            var text when text.Contains("<rss", StringComparison.Ordinal) || text.Contains("<rdf:RDF", StringComparison.Ordinal) => "rss",
            _ => "nitf",
        },
        _ => extension,
    };

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
                2 => warc.Response(uri, [.. Encoding.ASCII.GetBytes($"{file.Content.Length:x}\r\n"), .. file.Content, .. "\r\n0\r\n\r\n"u8], "text/html", headers: "Transfer-Encoding: chunked"),
                _ => warc.Record("resource", uri, file.Content, "text/html"),
            };
        }

        return warc;
    }
}
