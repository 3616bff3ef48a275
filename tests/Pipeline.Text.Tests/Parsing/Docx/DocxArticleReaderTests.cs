using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Docx;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Docx;

public sealed class DocxArticleReaderTests : ArticleReaderSuite
{
    private const string First = "Café owners in the old town said on Friday that they would back the plan to close two streets to cars.";
    private const string Second = "The council votes next week, and the mayor’s office puts the cost at three million euros.";

    protected override string FileName => "article.docx";

    protected override byte[] ValidFile => new DocxFile()
        .Styles(("a", "Title", ""), ("b", "heading 2", "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>"))
        .Paragraph("Café owners back the street plan", "a").Paragraph("By Jane Doe").Paragraph("Nov. 17, 2023").Paragraph(First).Paragraph("What comes next", "b").Paragraph(Second)
        .ToBytes();

    protected override byte[] MisdeclaredFile => new DocxFile { Prolog = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" }.Paragraph(First).ToBytes();

    protected override IArticleReader CreateReader() => Reader(new ParsingOptions());

    [Fact]
    public void Read_Article_ReadsEachPart()
    {
        var article = Read(ValidFile)[0].Article!;

        Assert.Equal("Café owners back the street plan", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
        Assert.Equal([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph], article.Blocks.Select(block => block.Kind));
        Assert.Equal($"{First}\n\nWhat comes next\n\n{Second}", article.Text);
    }

    [Fact]
    public void Read_StrictForm_ReadsTheSame()
    {
        var file = new DocxFile { Namespace = DocxFile.Strict }.Paragraph(First).Paragraph(Second);

        Assert.Equal($"{First}\n\n{Second}", Text(file));
    }

    [Fact]
    public void Read_DocumentOfOpenXmlSdk_Reads()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.MacroEnabledDocument))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(
                new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(First))),
                new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(Second)))));
            document.PackageProperties.Title = "Café owners back the plan";
            document.PackageProperties.Creator = "Jane Doe";
            document.PackageProperties.Created = new DateTime(2023, 11, 17, 0, 0, 0, DateTimeKind.Utc);
        }

        var article = Read(stream.ToArray())[0].Article!;

        Assert.Equal("Café owners back the plan", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
    }

    [Theory]
    [InlineData("<w:ins><w:r><w:t>next </w:t></w:r></w:ins><w:del><w:r><w:delText>last </w:delText></w:r></w:del>", "next ")]
    [InlineData("<w:moveFrom><w:r><w:t>old </w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>next </w:t></w:r></w:moveTo>", "next ")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen </w:t></w:r><w:r><w:t>next </w:t></w:r>", "next ")]
    [InlineData("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>next </w:t></w:r>", "next ")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE \\@ \"d\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>next </w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "next ")]
    [InlineData("<w:hyperlink><w:r><w:t>next </w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id=\"1\"/></w:r>", "next ")]
    [InlineData("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>next </w:t></w:r></w:sdtContent></w:sdt>", "next ")]
    [InlineData("<w:r><w:t>next</w:t></w:r><w:r><w:tab/></w:r>", "next ")]
    [InlineData("<w:r><w:t>ne</w:t><w:softHyphen/><w:t>xt </w:t></w:r>", "next ")]
    [InlineData("<w:r><w:t>twenty</w:t><w:noBreakHyphen/><w:t>first </w:t></w:r>", "twenty-first ")]
    [InlineData("<mc:AlternateContent><mc:Choice><w:r><w:t>next </w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>other </w:t></w:r></mc:Fallback></mc:AlternateContent>", "next ")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>BROKEN</w:instrText></w:r>", "")]
    public void Read_PartsOfParagraph_AreInOrOut(string markup, string expected)
    {
        var file = new DocxFile().Paragraph(First).Markup($"<w:p><w:r><w:t xml:space=\"preserve\">The council votes in its </w:t></w:r>{markup}</w:p>").Paragraph(Second);

        var text = Text(file);

        Assert.Contains($"\n\n{$"The council votes in its {expected}".TrimEnd()}\n\n", text, StringComparison.Ordinal);
        Assert.EndsWith(Second, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextBox_FollowsItsParagraph()
    {
        var file = new DocxFile().Markup($"<w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>A box says that the plan is open for remarks.</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r><w:r><w:t>{First}</w:t></w:r></w:p>").Paragraph(Second);

        Assert.Equal($"{First}\n\nA box says that the plan is open for remarks.\n\n{Second}", Text(file));
    }

    [Fact]
    public void Read_TableOfFigures_GivesRows()
    {
        var file = new DocxFile().Paragraph(First).Markup($"<w:tbl>{Row("Street", "Cars a day")}{Row("Mill Lane", "4,100")}</w:tbl>").Paragraph(Second);

        var article = Read(file.ToBytes())[0].Article!;

        Assert.Equal([BlockKind.Paragraph, BlockKind.TableRow, BlockKind.TableRow, BlockKind.Paragraph], article.Blocks.Select(block => block.Kind));
        Assert.Contains("Mill Lane | 4,100", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TableThatLaysOutText_GivesParagraphs()
    {
        var file = new DocxFile().Markup($"<w:tbl>{Row(First + " " + First, Second)}</w:tbl>");

        Assert.Equal($"{First} {First}\n\n{Second}", Text(file));
    }

    [Theory]
    [InlineData("berschrift1", "heading 1")]
    [InlineData("x", "Überschrift 1")]
    [InlineData("x", "Titre 2")]
    [InlineData("x", "標題 1")]
    public void Read_HeadingInAnyLanguage_IsOne(string id, string name)
    {
        var file = new DocxFile().Styles((id, name, "")).Paragraph(First).Paragraph("What comes next", id).Paragraph(Second);

        Assert.Equal(BlockKind.Heading, Read(file.ToBytes())[0].Article!.Blocks[1].Kind);
    }

    [Fact]
    public void Read_ListsQuotesCaptions_AreToldApart()
    {
        var file = new DocxFile().Styles(("q", "Quote", ""), ("c", "caption", "")).Paragraph(First)
            .Markup("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>Mill Lane</w:t></w:r></w:p>")
            .Paragraph("We want people to walk here.", "q").Paragraph("The old town in March.", "c").Paragraph(Second);

        Assert.Equal([BlockKind.Paragraph, BlockKind.ListItem, BlockKind.Quote, BlockKind.Paragraph], Read(file.ToBytes())[0].Article!.Blocks.Select(block => block.Kind));
    }

    [Theory]
    [InlineData("Windows User", "Template for memos", null)]
    [InlineData("Jane Doe", "The plan for two streets", "Jane Doe")]
    public void Read_Creator_IsAuthorWhereAPerson(string creator, string title, string? expected)
    {
        var file = new DocxFile().Properties(title, creator, "2023-11-17T10:00:00Z").Paragraph(First).Paragraph(Second);

        var authors = Read(file.ToBytes())[0].Article!.Authors;

        Assert.True(expected is null || authors.Contains(expected));
    }

    [Fact]
    public void Read_MoreElementsWithinElementsThanLimit_RejectsAsTooDeep()
    {
        var file = new DocxFile().Markup(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 100_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 100_000)));

        Assert.Equal(RejectionReason.TooDeep, Read(file.ToBytes())[0].Rejection?.Reason);
    }

    [Fact]
    public void Read_DocumentType_IsRefused()
    {
        var file = new DocxFile { Prolog = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>" }.Paragraph("&b;").Paragraph(First);

        Assert.Equal(RejectionReason.Malformed, Read(file.ToBytes())[0].Rejection?.Reason);
    }

    [Fact]
    public void Read_PartThatExpandsTooFar_IsRejected()
    {
        var file = new DocxFile().Paragraph(First + new string(' ', 20_000_000));

        Assert.Equal(RejectionReason.ExpandsTooFar, Read(file.ToBytes())[0].Rejection?.Reason);
    }

    [Fact]
    public void Read_DirectoryThatUnderstates_IsStillHeldToTheLimit()
    {
        var bytes = new DocxFile().Paragraph(First + new string(' ', 20_000_000)).ToBytes();
        var at = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 100u);

        Assert.NotNull(Read(bytes)[0].Rejection);
    }

    [Fact]
    public void Read_MorePartsThanLimit_RejectsAsTooMany()
    {
        var file = new DocxFile().Paragraph(First);
        for (var i = 0; i < 20; i++)
        {
            file.Parts[$"word/media/{i}.xml"] = "<x/>";
        }

        var items = Reader(new ParsingOptions { MaxItems = 10 }).Read(new SourceFile("a.docx", file.ToBytes()), TestContext.Current.CancellationToken);

        Assert.Equal(RejectionReason.TooMany, items[0].Rejection?.Reason);
    }

    [Theory]
    [InlineData("WordDocument", RejectionReason.Unsupported)]
    [InlineData("EncryptedPackage", RejectionReason.Encrypted)]
    [InlineData("__substg1.0_", RejectionReason.Unsupported)]
    public void Read_OldOfficeFile_SaysSo(string stream, string reason)
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream)];

        Assert.True(CreateReader().CanRead(new SourceFile("a.bin", file)));
        Assert.Equal(reason, Read(file)[0].Rejection?.Reason);
    }

    [Fact]
    public void Parse_DocxAmongAllReaders_IsNoArchive()
    {
        var items = ArticleParser.CreateDefault().Parse(new SourceFile("a.zip", ValidFile), TestContext.Current.CancellationToken);

        Assert.Equal("docx", Assert.Single(items).Article?.Format);
    }

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"))}</w:tr>";

    private string Text(DocxFile file) => Read(file.ToBytes())[0].Article!.Text;

    private static DocxArticleReader Reader(ParsingOptions options) => new(new ArticleAssembler(new LanguageIdentifier()), options);
}
