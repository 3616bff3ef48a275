using System.Buffers.Binary;
using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Pdf;
using Pipeline.Text.Parsing.Pdf.Fonts;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Pdf;

/// <summary>Programs of fonts whose outlines lead into themselves: each ended the process, or held it for ever, in the PDF library.</summary>
public sealed class PdfFontProgramTests
{
    private const string Sentence = "The council of the town voted on Friday to close two streets to cars.";
    private const string Widths = "/FirstChar 32 /LastChar 126 /Widths 7 0 R /FontDescriptor 6 0 R";
    private const string Simple = $"<< /Type /Font /Subtype /Type1 /BaseFont /A /Encoding /WinAnsiEncoding {Widths} >>";
    private const string SimpleTrueType = $"<< /Type /Font /Subtype /TrueType /BaseFont /A /Encoding /WinAnsiEncoding {Widths} >>";

    // Glyph 1 is made of glyph 1, or of glyph 2, which is made of glyph 1.
    private static readonly byte[] Itself = [0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9, 0, 2, 0, 1, 0, 0];
    private static readonly byte[] Other = [0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9, 0, 2, 0, 2, 0, 0];

    // Calls subroutine 0, of up to 1,239, and ends.
    private static readonly byte[] Call = [32, 29, 14];

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "")]
    [InlineData(true, "/Filter /FlateDecode")]
    public void Read_GlyphMadeOfItself_ReadsText(bool direct, string filter)
    {
        var font = TrueType(direct ? [Itself, Itself, Itself] : [Itself, Other, Itself]);

        Assert.Contains("voted on Friday", Read(SimpleTrueType, "/FontFile2", filter, font).Article?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GlyphsOfMorePointsThanTheyHaveBytes_StaysSmall()
    {
        // One contour, 65,535 points, each where the last one is, told of by 514 bytes; a hundred glyphs.
        byte[] glyph = [0, 1, 0, 0, 0, 0, 0, 9, 0, 9, 0xFF, 0xFE, 0, 0, .. Enumerable.Repeat<byte[]>([0x39, 0xFF], 256).SelectMany(flags => flags)];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(SimpleTrueType, "/FontFile2", string.Empty, TrueType([.. Enumerable.Repeat(glyph, 100)]));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    [Fact]
    public void Read_SubroutineThatCallsItself_ReadsText() =>
        Assert.Contains("voted on Friday", Read(Simple, "/FontFile3", "/Subtype /Type1C", CompactFont(Call)).Article?.Text, StringComparison.Ordinal);

    [Fact]
    public void Read_Type1SubroutineThatCallsItself_ReadsText()
    {
        // 0 callsubr return; 0 callsubr endchar.
        var font = Type1("/WinAnsiEncoding", "139 10 11", "139 10 14");

        Assert.Contains("voted on Friday", Read(Simple, "/FontFile", "/Length1 100 /Length2 100", font).Article?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("1 dict dup begin /A ")]
    public void Read_Type1NestedWithoutEnd_ReadsText(string unit)
    {
        var font = Encoding.ASCII.GetBytes("%!PS-AdobeFont-1.0: A 1\n" + string.Concat(Enumerable.Repeat(unit, 200_000)));

        Assert.Contains("voted on Friday", Read(Simple, "/FontFile", "/Length1 100 /Length2 100", font).Article?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("segments")]
    public void Read_CodesOnlyTheFontKnows_ReadsText(string form)
    {
        // As fonts of TeX have them: no encoding in the document. The codes are shifted by one, so that no other encoding reads them.
        var encoding = "256 array\n0 1 255 {1 index exch /.notdef put} for\n" + string.Concat(Sentence.Distinct().Select(c => $"dup {c + 1} /{Name(c)} put\n")) + "readonly def\n";
        var font = Type1(encoding, "11", "14");
        if (form.Length > 0)
        {
            font = [0x80, 1, 0, 1, 0, 0, .. font];
        }

        var item = Read($"<< /Type /Font /Subtype /Type1 /BaseFont /A {Widths} >>", "/FontFile", "/Length1 100 /Length2 100", font, string.Concat(Sentence.Select(c => (char)(c + 1))));

        Assert.Contains("voted on Friday", item.Article?.Text, StringComparison.Ordinal);

        static string Name(char c) => c switch { ' ' => "space", '.' => "period", _ => c.ToString() };
    }

    [Theory]
    [InlineData("second font")]
    [InlineData("no outlines")]
    [InlineData("outlines in front")]
    [InlineData("fraction")]
    public void RemoveOutlines_CompactFontThatHidesThem_IsNone(string what)
    {
        var font = what switch
        {
            "second font" => CompactFont(Call, names: [1, 65, 66]),
            "no outlines" => CompactFont(Call, operation: 15),
            "outlines in front" => CompactFont(Call, place: [28, 0, 4]),
            _ => CompactFont(Call, place: [30, 0x4F]),
        };

        Assert.False(CompactFontProgram.RemoveOutlines(font));
    }

    [Fact]
    public void WithoutOutlines_BytesThatAreNoFont_AreNothing() =>
        Assert.Equal(0, FontProgram.WithoutOutlines(Encoding.ASCII.GetBytes(Sentence)).Length);

    [Fact]
    public void RemoveOutlines_TableBeyondTheEnd_IsHidden()
    {
        var font = TrueType([Itself]);
        BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(12 + 12), int.MaxValue);

        Assert.True(TrueTypeProgram.RemoveOutlines(font));

        Assert.Equal(new byte[16], font[12..28]);
        Assert.Equal("hhea", Encoding.ASCII.GetString(font, 28, 4));
    }

    private static ParsedItem Read(string font, string key, string entries, byte[] program, string shown = Sentence)
    {
        var hex = Convert.ToHexString(Encoding.Latin1.GetBytes(shown));
        var packed = entries.Contains("/FlateDecode", StringComparison.Ordinal) ? PdfFile.Deflate(program) : program;
        var file = PdfFile.Write(new SortedDictionary<int, string>
        {
            [1] = "<< /Type /Catalog /Pages 2 0 R >>",
            [2] = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            [3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            [4] = PdfFile.Stream(string.Empty, Encoding.ASCII.GetBytes($"BT /F1 11 Tf 60 780 Td <{hex}> Tj ET")),
            [5] = font,
            [6] = $"<< /Type /FontDescriptor /FontName /A /Flags 32 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 {key} 8 0 R >>",
            [7] = $"[{string.Join(' ', Enumerable.Repeat(500, 95))}]",
            [8] = PdfFile.Stream(entries, packed),
        });
        var items = new PdfArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions()).Read(new SourceFile("a.pdf", file), TestContext.Current.CancellationToken);
        ArticleAssert.IsValid(items);
        return items[0];
    }

    /// <summary>Writes a font with the tables that the library asks for, and with one glyph for all characters: number 1.</summary>
    private static byte[] TrueType(byte[][] glyphs)
    {
        var loca = new List<byte>();
        var at = 0;
        foreach (var glyph in glyphs.Append([]))
        {
            loca.AddRange([(byte)(at >> 24), (byte)(at >> 16), (byte)(at >> 8), (byte)at]);
            at += glyph.Length;
        }

        var head = new byte[54];
        (head[1], head[18], head[51]) = (1, 4, 1);
        var hhea = new byte[36];
        (hhea[1], hhea[35]) = (1, 1);
        byte[] cmap = [0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 6, 0, 12 + 190, 0, 0, 0, 32, 0, 95, .. Enumerable.Repeat<byte[]>([0, 1], 95).SelectMany(code => code)];
        (string Tag, byte[] Content)[] tables =
        [
            ("head", head), ("hhea", hhea), ("maxp", [0, 0, 0x50, 0, 0, (byte)glyphs.Length]), ("hmtx", [2, 0, 0, 0, .. new byte[2 * glyphs.Length]]), ("cmap", cmap), ("loca", [.. loca]), ("glyf", [.. glyphs.SelectMany(glyph => glyph)]),
        ];
        var font = new List<byte> { 0, 1, 0, 0, 0, (byte)tables.Length, 0, 0, 0, 0, 0, 0 };
        var offset = 12 + (16 * tables.Length);
        foreach (var (tag, content) in tables)
        {
            font.AddRange([.. Encoding.ASCII.GetBytes(tag), 0, 0, 0, 0, .. Number(offset), .. Number(content.Length)]);
            offset += content.Length;
        }

        return [.. font, .. tables.SelectMany(table => table.Content)];

        static byte[] Number(int value)
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(bytes, value);
            return bytes;
        }
    }

    /// <summary>Writes a font of the Compact Font Format with one subroutine, and one outline, which are the same.</summary>
    private static byte[] CompactFont(byte[] routine, byte[]? names = null, byte[]? place = null, byte operation = 17)
    {
        byte[] header = [1, 0, 4, 1];
        byte[] name = names is null ? Index([65]) : Index([65], [66]);
        byte[] routines = [0, 0, .. Index(routine)];
        var length = (place?.Length ?? 3) + 1;
        var start = header.Length + name.Length + Index(new byte[length]).Length + routines.Length;
        byte[] dictionary = [.. place ?? [28, (byte)(start >> 8), (byte)start], operation];
        return [.. header, .. name, .. Index(dictionary), .. routines, .. Index(routine, routine)];

        static byte[] Index(params byte[][] pieces)
        {
            List<byte> offsets = [1];
            foreach (var piece in pieces)
            {
                offsets.Add((byte)(offsets[^1] + piece.Length));
            }

            return [0, (byte)pieces.Length, 1, .. offsets, .. pieces.SelectMany(piece => piece)];
        }
    }

    /// <summary>Writes a Type 1 font with one subroutine and the same outline for all letters, given by the numbers of their bytes.</summary>
    private static byte[] Type1(string encoding, string routine, string outline)
    {
        var letters = Enumerable.Range('A', 58).Select(c => (char)c).Where(char.IsAsciiLetter).Select(c => c.ToString()).Append("space").Append("period").ToList();
        var subroutine = Encrypt([0, 0, 0, 0, .. Bytes(routine)], 4330);
        var glyph = Encrypt([0, 0, 0, 0, .. Bytes(outline)], 4330);
        List<byte> secret = [0, 0, 0, 0];
        Write("dup /Private 3 dict dup begin /RD {string currentfile exch readstring pop} executeonly def\n/lenIV 4 def\n/Subrs 1 array\ndup 0 ");
        Write($"{subroutine.Length} RD ");
        secret.AddRange(subroutine);
        Write(" NP\nND\n2 index /CharStrings ");
        Write($"{letters.Count} dict dup begin\n");
        foreach (var letter in letters)
        {
            Write($"/{letter} {glyph.Length} RD ");
            secret.AddRange(glyph);
            Write(" ND\n");
        }

        Write("end\nend\nreadonly put\nnoaccess put\ndup/FontName get exch definefont pop\nmark currentfile closefile\n");
        return [.. Encoding.ASCII.GetBytes($"%!PS-AdobeFont-1.0: A 1\n5 dict dup begin\n/FontName /A def\n/Encoding {encoding}\ncurrentdict end\ncurrentfile eexec\n"), .. Encrypt([.. secret], 55665)];

        void Write(string text) => secret.AddRange(Encoding.ASCII.GetBytes(text));

        static byte[] Bytes(string numbers) => [.. numbers.Split(' ').Select(byte.Parse)];
    }

    private static byte[] Encrypt(byte[] plain, ushort key)
    {
        var result = new byte[plain.Length];
        for (var i = 0; i < plain.Length; i++)
        {
            result[i] = (byte)(plain[i] ^ (key >> 8));
            key = unchecked((ushort)(((result[i] + key) * 52845) + 22719));
        }

        return result;
    }
}
