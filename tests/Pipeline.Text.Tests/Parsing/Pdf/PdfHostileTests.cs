using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Pdf;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Pdf;

/// <summary>Files that are made to hang or to flood a reader.</summary>
public sealed class PdfHostileTests
{
    private static readonly string Prose = PdfFile.Line(72, 700, 11, "The council of the town voted on Friday to close two streets to cars.");

    [Fact]
    public void Read_StreamThatExpandsTooFar_IsRejected()
    {
        var bomb = PdfFile.Deflate(new byte[PdfBudget.MaxStreamBytes + 1]);
        var file = new PdfFile { Resources = "/XObject << /B 100000 0 R >>", Objects = { PdfFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Filter /FlateDecode", bomb) } }.Page(Prose + "/B Do");

        Assert.Equal(RejectionReason.ExpandsTooFar, Read(file.ToBytes()).Rejection?.Reason);
    }

    [Fact]
    public void Read_StreamsThatTogetherExpandTooFar_IsRejected()
    {
        var file = new PdfFile { Resources = "/XObject << " + string.Concat(Enumerable.Range(0, 20).Select(i => $"/B{i} {100_000 + i} 0 R ")) + ">>" };
        for (var i = 0; i < 20; i++)
        {
            file.Objects.Add(PdfFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Filter /FlateDecode", PdfFile.Deflate(Encoding.ASCII.GetBytes(new string(' ', 1_000_000 + i)))));
        }

        file.Page(Prose + string.Concat(Enumerable.Range(0, 20).Select(i => $"/B{i} Do ")));

        Assert.Equal(RejectionReason.ExpandsTooFar, Read(file.ToBytes(), new ParsingOptions { MaxExpandedBytes = 10_000_000 }).Rejection?.Reason);
    }

    [Fact]
    public void Read_LzwThatExpandsTooFar_StaysSmall()
    {
        // Codes of nine bits that never clear the table.
        var file = new PdfFile { Resources = "/XObject << /B 100000 0 R >>", Objects = { PdfFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Filter /LZWDecode", new byte[2_000_000]) } }.Page(Prose + "/B Do");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(file.ToBytes());

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400_000_000);
    }

    [Fact]
    public void Read_DrawingsThatCallEachOther_AreRejected()
    {
        var file = new PdfFile { Resources = "/XObject << /A 100000 0 R /B 100001 0 R >>" }.Page(Prose + "/A Do");
        file.Objects.Add(PdfFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /B 100001 0 R >> >>", "/B Do"u8.ToArray()));
        file.Objects.Add(PdfFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /A 100000 0 R >> >>", "/A Do"u8.ToArray()));

        Assert.Equal(RejectionReason.TooDeep, Read(file.ToBytes()).Rejection?.Reason);
    }

    [Fact]
    public void Read_DrawingsThatMultiply_EndWithTheToken()
    {
        // Ten levels, each drawing the next ten times: ten thousand million.
        var file = new PdfFile { Resources = "/XObject << /L0 100000 0 R >>" }.Page("/L0 Do");
        for (var i = 0; i < 10; i++)
        {
            file.Objects.Add(PdfFile.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /L{i + 1} {100_001 + i} 0 R >> >>", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"/L{i + 1} Do ", 10)))));
        }

        file.Objects.Add(PdfFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1]", "q Q"u8.ToArray()));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        Assert.ThrowsAny<OperationCanceledException>(() => Reader(new ParsingOptions()).Read(new SourceFile("a.pdf", file.ToBytes()), limit.Token));
    }

    [Fact]
    public void Read_TextDrawnOverAndOver_StaysSmall()
    {
        // A million letters from two thousand bytes, and a quarter of that.
        var many = TextDrawn(times: 1_000);
        var few = TextDrawn(times: 250);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(RejectionReason.TooMany, Read(many).Rejection?.Reason);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128L * 1024 * 1024);
        Assert.NotEqual(RejectionReason.TooMany, Read(few).Rejection?.Reason);

        static byte[] TextDrawn(int times)
        {
            var file = new PdfFile { Resources = "/XObject << /A 100000 0 R >>" }.Page(string.Concat(Enumerable.Repeat("/A Do ", times)));
            file.Objects.Add(PdfFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>", Encoding.ASCII.GetBytes($"BT /F1 1 Tf 1 700 Td ({new string('a', 1_000)}) Tj ET")));
            return file.ToBytes();
        }
    }

    [Fact]
    public void Read_StatesThatAreNeverRestored_AreRejected() =>
        Assert.Equal(RejectionReason.TooDeep, Read(new PdfFile().Page(Prose + string.Concat(Enumerable.Repeat("q ", 100_000))).ToBytes()).Rejection?.Reason);

    [Fact]
    public void Read_PagesInACircle_Returns()
    {
        var objects = new SortedDictionary<int, string>
        {
            [1] = "<< /Type /Catalog /Pages 2 0 R >>",
            [2] = "<< /Type /Pages /Count 2 /Kids [3 0 R 3 0 R] >>",
            [3] = "<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [2 0 R] >>",
        };

        Assert.NotNull(Read(PdfFile.Write(objects)).Rejection);
    }

    [Theory]
    [InlineData("1 0 obj ", "")]
    [InlineData("1 0 obj << /Length 5 >> stream ", "")]
    [InlineData("xref 0 1 trailer << /Prev 0 >> startxref 0 ", "")]
    [InlineData("xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF\n", "")]
    [InlineData("startxref ", "")]
    [InlineData("(", "")]
    [InlineData("<< /A ", "startxref\n9\n%%EOF")]
    [InlineData("trailer << /Root 1 0 R >> ", "startxref\n9\n%%EOF")]
    public void Read_TablesThatLeadNowhere_EndWithTheToken(string piece, string end)
    {
        var file = Encoding.ASCII.GetBytes($"%PDF-1.7\n{string.Concat(Enumerable.Repeat(piece, 3_000_000 / piece.Length))}{end}");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            Assert.NotNull(Reader(new ParsingOptions()).Read(new SourceFile("a.pdf", file), limit.Token)[0].Rejection);
        }
        catch (OperationCanceledException)
        {
            Assert.True(limit.IsCancellationRequested);
        }
    }

    [Fact]
    public void Read_TokenThatIsCancelledWhileTheFileIsOpened_Ends()
    {
        // Nothing that a filter or a page is asked for comes before the search through the file.
        var content = Encoding.ASCII.GetBytes($"%PDF-1.7\n{new string('x', 100_000)}");
        using var source = new CancellationTokenSource();
        using var stream = new PdfContent(content, new PdfBudget(long.MaxValue, source.Token));
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (stream.ReadByte() >= 0)
            {
            }
        });
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("<< /A ", ">>")]
    public void Read_NestedTokens_Return(string opens, string closes)
    {
        var nested = string.Concat(Enumerable.Repeat(opens, 50_000)) + " 1 " + string.Concat(Enumerable.Repeat(closes, 50_000));
        var file = new PdfFile { Resources = "/Properties 100000 0 R", Objects = { nested } }.Page(nested + Prose);

        Read(file.ToBytes());
    }

    [Fact]
    public void Read_LongestPageOfOneLetter_IsRejectedOrRead()
    {
        var file = new PdfFile().Page("BT /F1 10 Tf 72 700 Td (" + new string('a', 4_000_000) + ") Tj ET");

        Assert.Equal(RejectionReason.TooMany, Read(file.ToBytes()).Rejection?.Reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_ChangedNumbers_KeepsContract(int seed)
    {
        var random = new Random(seed);
        var valid = new PdfFile().Page(Prose).Page(Prose).ToBytes();
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])valid.Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                var at = random.Next(bytes.Length);
                while (at < bytes.Length && !char.IsAsciiDigit((char)bytes[at]))
                {
                    at++;
                }

                if (at < bytes.Length)
                {
                    bytes[at] = (byte)('0' + random.Next(10));
                }
            }

            Read(bytes);
        }
    }

    private static ParsedItem Read(byte[] content, ParsingOptions? options = null)
    {
        var items = Reader(options ?? new ParsingOptions()).Read(new SourceFile("a.pdf", content), TestContext.Current.CancellationToken);
        ArticleAssert.IsValid(items);
        return items[0];
    }

    private static PdfArticleReader Reader(ParsingOptions options) => new(new ArticleAssembler(new LanguageIdentifier()), options);
}
