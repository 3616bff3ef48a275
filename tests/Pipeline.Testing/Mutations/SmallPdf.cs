using System.Globalization;
using System.Text;
using Pipeline.Testing.Archives;

namespace Pipeline.Testing.Mutations;

/// <summary>Writes PDFs of few bytes, so that damage reaches every part of them.</summary>
public static class SmallPdf
{
    private const int FirstPage = 4;

    /// <summary>Returns a document of one content stream for each page, with Helvetica as F1; nothing is compressed.</summary>
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
            Object(stream, offsets, $"<< /Length {pages[i].Length} >>\nstream\n", pages[i], "\nendstream\n");
        }

        End(stream, offsets);
        return stream.ToArray();
    }

    /// <summary>Returns a document of those lines on one page.</summary>
    public static byte[] OfLines(params IReadOnlyList<string> lines) =>
        OfContent(Encoding.ASCII.GetBytes("BT /F1 11 Tf 14 TL 60 780 Td\n" + string.Concat(lines.Select(line => $"({line}) Tj T*\n")) + "ET"));

    /// <summary>
    /// Returns a document of those lines on one page, as programs write them today: drawn by a form in a font of two-byte codes
    /// that a map turns into characters, in compressed streams, with an outline and properties.
    /// </summary>
    public static byte[] OfCodes(params IReadOnlyList<string> lines)
    {
        const string Map = "/CIDInit /ProcSet findresource begin\nbegincmap\n/CMapName /A def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            + "2 beginbfrange\n<0020> <007E> <0020>\n<0100> <0102> [<00E4> <00F6> <00FC>]\nendbfrange\n1 beginbfchar\n<0103> <00660069>\nendbfchar\nendcmap\nend\n";
        var codes = lines.Select(line => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj T*\n");
        var form = Encoding.ASCII.GetBytes("q BT /F1 11 Tf 14 TL 60 780 Td\n" + string.Concat(codes) + "[<00410042> -120 <0043>] TJ ET Q");
        using var stream = new MemoryStream();
        var offsets = new List<long>();
        Write(stream, "%PDF-1.7\n");
        Object(stream, offsets, "<< /Type /Catalog /Pages 2 0 R /Outlines 9 0 R /Lang (en) >>");
        Object(stream, offsets, "<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] >>");
        Object(stream, offsets, "<< /Type /Page /Parent 2 0 R /Rotate 0 /Resources << /Font << /F1 5 0 R >> /XObject << /X1 4 0 R >> >> /Contents [10 0 R] >>");
        Compressed(stream, offsets, "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 0 0] /Resources << /Font << /F1 5 0 R >> >>", form);
        Object(stream, offsets, "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>");
        Object(stream, offsets, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [32 126 500 256 [600 600]] /FontDescriptor 8 0 R >>");
        Compressed(stream, offsets, string.Empty, Encoding.ASCII.GetBytes(Map));
        Object(stream, offsets, "<< /Type /FontDescriptor /FontName /A /Flags 32 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>");
        Object(stream, offsets, "<< /Type /Outlines /Count 0 /Title (Ferry line is sold) /CreationDate (D:20240502100000+02'00') >>");
        Compressed(stream, offsets, string.Empty, "/Span << /ActualText (a) >> BDC /X1 Do EMC 0 0 m 9 9 l S"u8.ToArray());
        End(stream, offsets, "/Info 9 0 R");
        return stream.ToArray();
    }

    private static void Compressed(MemoryStream stream, List<long> offsets, string entries, byte[] content)
    {
        var data = Gzip.Zlib(content);
        Object(stream, offsets, $"<< {entries} /Filter /FlateDecode /Length {data.Length} >>\nstream\n", data, "\nendstream\n");
    }

    private static void End(MemoryStream stream, List<long> offsets, string entries = "")
    {
        var xref = stream.Position;
        Write(stream, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(stream, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Write(stream, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {entries} >>\nstartxref\n{xref}\n%%EOF\n");
    }

    private static void Object(MemoryStream stream, List<long> offsets, string head, byte[]? content = null, string tail = "")
    {
        offsets.Add(stream.Position);
        Write(stream, $"{offsets.Count} 0 obj\n{head}");
        stream.Write(content);
        Write(stream, $"{(tail.Length == 0 ? "\n" : tail)}endobj\n");
    }

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.ASCII.GetBytes(text));
}
