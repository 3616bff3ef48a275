using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Pipeline.Text.Parsing.Html;
using Pipeline.Text.Parsing.Html.Blocks;
using Pipeline.Text.Parsing.Html.Content;
using Pipeline.Text.Parsing.Html.Metadata;

namespace Pipeline.Evaluation.Training;

/// <summary>A page with its gold text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">Where its markup is, compressed with gzip.</param>
/// <param name="Gold">The text of its article.</param>
/// <param name="Summary">The publisher's summary, where the gold keeps it apart: the text does not say whether it belongs to the article.</param>
/// <param name="IsPartial">Whether the gold text leaves out lists, tables and headings that are the article's.</param>
internal sealed partial record TrainingPage(string Id, string Path, string Gold, string Summary, bool IsPartial)
{
    /// <summary>Reads the pages of a folder: <c>gold.jsonl</c> and <c>html/</c>.</summary>
    public static IEnumerable<TrainingPage> ReadFolder(string folder)
    {
        foreach (var line in File.ReadLines(System.IO.Path.Combine(folder, "gold.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = root.GetProperty("text").GetString() ?? string.Empty;
            var partial = root.TryGetProperty("sections", out var sections);
            if (partial)
            {
                text = string.Join("\n\n", sections.EnumerateArray().SelectMany(section => Texts(section, "headline").Concat(Texts(section, "paragraphs"))));
            }

            yield return new TrainingPage(root.GetProperty("id").GetString()!, System.IO.Path.Combine(folder, "html", System.IO.Path.GetFileName(root.GetProperty("html_file").GetString()!)), text, string.Join(' ', Texts(root, "summary")), partial);
        }
    }

    /// <summary>Gets a number from 0 to 255 that sorts pages into parts: the first byte of the SHA-256 of the id.</summary>
    public int Part => SHA256.HashData(Encoding.UTF8.GetBytes(Id))[0];

    /// <summary>Reads the markup.</summary>
    public string ReadMarkup()
    {
        var path = File.Exists(Path) ? Path : Path + ".gz";
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads the blocks and what the page says of itself.</summary>
    public (List<HtmlBlock> Blocks, PageFacts Facts) Read()
    {
        var document = new HtmlParser(HtmlParsing.Options).ParseDocument(ReadMarkup());
        return (BlockReader.Read(document.Body ?? document.DocumentElement, CancellationToken.None), PageFactsReader.Read(HtmlPage.Read(document, address: null, CancellationToken.None)));
    }

    /// <summary>Returns the words of a text, as the labels compare them.</summary>
    public static string[] Words(string text) => [.. WordPattern().Matches(text).Select(match => match.Value.ToLowerInvariant())];

    private static IEnumerable<string> Texts(JsonElement section, string name) => section.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Array
        ? texts.EnumerateArray().Select(text => text.GetString() ?? string.Empty)
        : [];

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordPattern();
}
