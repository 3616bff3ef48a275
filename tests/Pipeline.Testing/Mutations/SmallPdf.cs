using System.Globalization;
using System.Text;

namespace Pipeline.Testing.Mutations;

/// <summary>Writes PDFs of few bytes: pages of text in Helvetica that nothing compresses, so that damage reaches every part of them.</summary>
public static class SmallPdf
{
    private const int FirstPage = 4;

    /// <summary>Returns a document of one content stream for each page.</summary>
    public static byte[] OfContent(params IReadOnlyList<byte[]> pages)
    {
        using var stream = new MemoryStream();
        var offsets = new List<long>();
        Write(stream, "%PDF-1.4\n");
        var kids = string.Join(' ', pages.Select((_, i) => $"{FirstPage + (2 * i)} 0 R"));
        Object(stream, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
        Object(stream, offsets, $"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] >>");
        Object(stream, offsets, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        for (var i = 0; i < pages.Count; i++)
        {
            Object(stream, offsets, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {FirstPage + (2 * i) + 1} 0 R >>");
            Object(stream, offsets, $"<< /Length {pages[i].Length} >>\nstream\n", pages[i], "\nendstream");
        }

        var xref = stream.Position;
        Write(stream, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(stream, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Write(stream, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return stream.ToArray();
    }

    /// <summary>Returns a document of those lines on one page.</summary>
    public static byte[] OfLines(params IReadOnlyList<string> lines) =>
        OfContent(Encoding.ASCII.GetBytes("BT /F1 11 Tf 14 TL 60 780 Td\n" + string.Concat(lines.Select(line => $"({line}) Tj T*\n")) + "ET"));

    private static void Object(MemoryStream stream, List<long> offsets, string head, byte[]? content = null, string tail = "")
    {
        offsets.Add(stream.Position);
        Write(stream, $"{offsets.Count} 0 obj\n{head}");
        stream.Write(content);
        Write(stream, $"{tail}\nendobj\n");
    }

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.ASCII.GetBytes(text));
}
