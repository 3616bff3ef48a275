using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Pdf;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Pdf;

/// <summary>Small files whose objects lead back into themselves, or stand for thousands of millions of others: each ended the process, or filled the memory, in the PDF library.</summary>
public sealed class PdfStructureBombTests
{
    private const string Helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    private const string Composite = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts [6 0 R] >>";
    private const string Prose = "BT /F1 11 Tf 60 780 Td (The council of the town voted on Friday to close two streets to cars.) Tj ET";

    // Far more than any of them needs, the tables of the library's own fonts included; each took a gibibyte or more.
    private const long MaxAllocated = 256L * 1024 * 1024;

    [Theory]
    [InlineData("/Size 6 /W [-5 1 1]")]
    [InlineData("/Size 6 /#57[-5 1 1]")]
    [InlineData("/Size 6 /W % a comment\n[ -5 1 1]")]
    [InlineData("/Size 6 /W [2147483647 2147483647 0]")]
    [InlineData("/Size 6 /W [1 2 1] /Index [0 2147483647]")]
    [InlineData("/Size 6 /W [1 2 1] /Index [0 1 9 2147483647]")]
    [InlineData("/Size 2147483647 /W [1 2 1]")]
    [InlineData("/Size 1e9 /W [1 2 1]")]
    public void Read_TableOfImpossibleRows_StaysSmall(string entries)
    {
        var file = Encoding.Latin1.GetString(PdfFile.Write(Objects(Helvetica, Prose)));
        var start = file.IndexOf("xref\n", StringComparison.Ordinal);
        var table = PdfFile.Stream($"/Type /XRef {entries} /Root 1 0 R", new byte[24]);

        ReadSmall(Encoding.Latin1.GetBytes($"{file[..start]}9 0 obj\n{table}\nendobj\nstartxref\n{start}\n%%EOF\n"));
    }

    [Theory]
    [InlineData("/W [0 2147483647 500]", RejectionReason.Scanned)]
    [InlineData("/W [1 [500] 2 20000000 500]", RejectionReason.TooMany)]
    [InlineData("/W 7 0 R", RejectionReason.TooMany)]
    [InlineData("/W2 [0 2147483647 -1000 500 880]", RejectionReason.TooMany)]
    public void Read_WidthsOfFarTooManyCharacters_AreRejected(string widths, string reason)
    {
        var objects = Objects(Composite, Prose);
        objects[6] = $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> {widths} >>";
        objects[7] = "[0 2147483647 500]";

        Assert.Equal(reason, ReadSmall(PdfFile.Write(objects)).Rejection?.Reason);
    }

    [Theory]
    [InlineData("1 beginbfrange\n<00000000> <7FFFFFFF> <0020>\nendbfrange", RejectionReason.TooMany)]
    [InlineData("1 beginbfrange\n<000000000000> <007E> <0020>\nendbfrange", RejectionReason.TooMany)]
    [InlineData("2 beginbfrange\n<0000> <0001> [<0020> <0021>]\n<000000> <FFFFFF> <0020>\nendbfrange", RejectionReason.TooMany)]
    [InlineData("[", RejectionReason.Malformed)]
    [InlineData("<< /A ", RejectionReason.Malformed)]
    public void Read_MapOfCharactersWithoutEnd_IsRejected(string map, string reason)
    {
        var objects = Objects(Composite, Prose);
        objects[6] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>";
        objects[8] = PdfFile.Stream(string.Empty, Encoding.ASCII.GetBytes("begincmap\n" + (reason == RejectionReason.Malformed ? string.Concat(Enumerable.Repeat(map, 100_000)) : map)));

        Assert.Equal(reason, ReadSmall(PdfFile.Write(objects)).Rejection?.Reason);
    }

    [Fact]
    public void Read_RangesOfRealFonts_AreRead()
    {
        var objects = Objects(Composite, "BT /F1 11 Tf 60 780 Td <" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("The council of the town voted on Friday to close two streets to cars.")) + "> Tj ET");
        objects[6] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [0 65535 500] /FontDescriptor 9 0 R >>";
        objects[8] = PdfFile.Stream(string.Empty, "/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n1 beginbfrange\n<0020> <FFFF> <0020>\nendbfrange\nendcmap\nend\n"u8.ToArray());
        objects[9] = "<< /Type /FontDescriptor /FontName /A /Flags 32 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>";

        Assert.Contains("voted on Friday", ReadSmall(PdfFile.Write(objects)).Article?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[/Separation /A /DeviceRGB 9 0 R]", "<< /FunctionType 3 /Domain [0 1] /Functions [9 0 R 9 0 R] /Bounds [0.5] /Encode [0 1 0 1] >>")]
    [InlineData("[/Separation /A /DeviceRGB 9 0 R]", "<< /FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [2147483647] /BitsPerSample 8 /Length 4 >>\nstream\naaaa\nendstream")]
    [InlineData("9 0 R", "[/Indexed 9 0 R 255 <00>]")]
    [InlineData("[/Pattern 9 0 R]", "[/Pattern 9 0 R]")]
    public void Read_ColourThatLeadsIntoItself_ReadsText(string color, string content)
    {
        var objects = Objects(Helvetica, "/C1 cs 1 scn " + Prose, $"/ColorSpace << /C1 {color} >> /Pattern << /P1 10 0 R >> /Shading << /S1 << /ShadingType 2 /ColorSpace {color} /Coords [0 0 1 1] /Function 9 0 R >> >>");
        objects[9] = content;
        objects[10] = $"<< /PatternType 2 /Shading << /ShadingType 2 /ColorSpace {color} /Coords [0 0 1 1] /Function 9 0 R >> >>";

        Assert.Contains("voted on Friday", ReadSmall(PdfFile.Write(objects)).Article?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FunctionNestedWithoutEnd_ReadsText()
    {
        var objects = Objects(Helvetica, "/C1 cs 1 scn " + Prose, "/ColorSpace << /C1 [/Separation /A /DeviceRGB 9 0 R] >>");
        objects[9] = PdfFile.Stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", Encoding.ASCII.GetBytes(new string('{', 200_000)));

        Assert.Contains("voted on Friday", ReadSmall(PdfFile.Write(objects)).Article?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Columns 1000000 /Colors 32 /BitsPerComponent 16")]
    [InlineData("/Columns 1000 /Colors 1 /BitsPerComponent 1000000")]
    public void Read_PredictedRowsOfManyMegabytes_AreRejected(string parameters)
    {
        var objects = Objects(Helvetica, Prose);
        objects[4] = PdfFile.Stream($"/Filter /FlateDecode /DecodeParms << /Predictor 12 {parameters} >>", PdfFile.Deflate(Encoding.ASCII.GetBytes(Prose)));

        Assert.Equal(RejectionReason.Malformed, ReadSmall(PdfFile.Write(objects)).Rejection?.Reason);
    }

    [Theory]
    [InlineData("/Names << /Dests 9 0 R >>")]
    [InlineData("/Names << /D#65sts 9 0 R >>")]
    [InlineData("/Dests 9 0 R")]
    public void Read_DestinationsInACircle_ReadsText(string entry)
    {
        var objects = Objects(Helvetica, Prose);
        objects[1] = $"<< /Type /Catalog /Pages 2 0 R {entry} >>";
        objects[9] = "<< /Kids [9 0 R 9 0 R] >>";

        Assert.Contains("voted on Friday", ReadSmall(PdfFile.Write(objects)).Article?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9 0 R", "9 0 R")]
    [InlineData("10 0 R", "9 0 R")]
    [InlineData("% a comment\n10 0 R", "9 0 R")]
    public void Read_ReferencesInACircle_Returns(string first, string second)
    {
        var objects = Objects(Helvetica, Prose);
        objects[4] = "<< /Filter 9 0 R /Length 5 >>\nstream\nabcde\nendstream";
        objects[9] = first;
        objects[10] = second;

        ReadSmall(PdfFile.Write(objects));
    }

    [Fact]
    public void CleanObjects_PackedObjects_LoseWhatLeadsNowhereAndKeepTheRest()
    {
        var objects = "9 0 10 6 11 31\n9 0 R <</Dests 9 0 R /Name /Desk>> [9 0 R]"u8.ToArray();

        PdfSanitizer.CleanObjects(objects, first: 15);

        Assert.Equal("9 0 10 6 11 31\n9 0 x <</xests 9 0 R /Name /Desk>> [9 0 R]", Encoding.ASCII.GetString(objects));
    }

    private static SortedDictionary<int, string> Objects(string font, string content, string resources = "") => new()
    {
        [1] = "<< /Type /Catalog /Pages 2 0 R >>",
        [2] = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        [3] = $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> {resources} >> /Contents 4 0 R >>",
        [4] = PdfFile.Stream(string.Empty, Encoding.ASCII.GetBytes(content)),
        [5] = font,
    };

    private static ParsedItem ReadSmall(byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var items = new PdfArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions()).Read(new SourceFile("a.pdf", content), TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
        ArticleAssert.IsValid(items);
        return items[0];
    }
}
