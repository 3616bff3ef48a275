using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pipeline.Text.Tests.Parsing.Pdf;

/// <summary>Writes small PDFs: pages of drawing operations in Helvetica (F1) and its bold (F2), or objects as they are given.</summary>
internal sealed class PdfFile
{
    private readonly List<string> _pages = [];

    /// <summary>Gets the entries of the document information dictionary.</summary>
    public Dictionary<string, string> Information { get; } = [];

    /// <summary>Gets or sets further entries of a page's resources.</summary>
    public string Resources { get; set; } = string.Empty;

    /// <summary>Gets further objects, from number 100 on.</summary>
    public List<string> Objects { get; } = [];

    /// <summary>Adds a page with operations.</summary>
    public PdfFile Page(string operations)
    {
        _pages.Add(operations);
        return this;
    }

    /// <summary>Adds a page with lines: their place from the left and from the bottom, their size (negative is bold) and their text.</summary>
    public PdfFile Page(params (double X, double Y, double Size, string Text)[] lines) => Page(string.Concat(lines.Select(line => Line(line.X, line.Y, line.Size, line.Text))));

    /// <summary>Returns the operations that show a line.</summary>
    public static string Line(double x, double y, double size, string text) => string.Create(
        CultureInfo.InvariantCulture,
        $"BT /{(size < 0 ? "F2" : "F1")} {Math.Abs(size)} Tf 1 0 0 1 {x} {y} Tm ({text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");

    /// <summary>Returns lines of a column from the top down.</summary>
    public static IEnumerable<(double X, double Y, double Size, string Text)> Column(double x, double top, double size, double leading, params string[] lines) =>
        lines.Select((line, i) => (x, top - (i * leading), size, line));

    public byte[] ToBytes()
    {
        var objects = new SortedDictionary<int, string>
        {
            [1] = "<< /Type /Catalog /Pages 2 0 R >>",
            [2] = $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{10 + (2 * i)} 0 R"))}] >>",
            [3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            [4] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            [5] = $"<< {string.Join(' ', Information.Select(pair => $"/{pair.Key} ({pair.Value})"))} >>",
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            objects[10 + (2 * i)] = $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {11 + (2 * i)} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> {Resources} >> >>";
            objects[11 + (2 * i)] = Stream(string.Empty, Encoding.Latin1.GetBytes(_pages[i]));
        }

        for (var i = 0; i < Objects.Count; i++)
        {
            objects[100_000 + i] = Objects[i];
        }

        return Write(objects);
    }

    /// <summary>Returns a stream object; its bytes stand in it one character each.</summary>
    public static string Stream(string entries, byte[] content) => $"<< {entries} /Length {content.Length} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";

    public static byte[] Deflate(byte[] content)
    {
        using var output = new MemoryStream();
        using (var deflate = new ZLibStream(output, CompressionLevel.SmallestSize))
        {
            deflate.Write(content);
        }

        return output.ToArray();
    }

    /// <summary>Writes numbered objects with their table.</summary>
    public static byte[] Write(SortedDictionary<int, string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        var sections = new StringBuilder($"xref\n0 1\n{table}");
        foreach (var (number, content) in objects)
        {
            sections.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        var start = file.Length;
        file.Append(sections).Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Keys.Max() + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
