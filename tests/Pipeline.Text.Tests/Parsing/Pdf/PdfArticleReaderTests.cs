using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Pdf;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Pdf;

public sealed class PdfArticleReaderTests : ArticleReaderSuite
{
    private static readonly string[] LeftLines =
    [
        "The council of the old harbour town voted on",
        "Friday to close two streets to cars from next",
        "spring. Caf\u00e9 owners had asked for the step, which",
        "the chamber of trade had opposed for a long",
        "time, since it feared for the shops that sell",
        "furniture and need deliveries. The mayor said inter-",
    ];

    private static readonly string[] RightLines =
    [
        "national examples had shown that trade grows",
        "where people walk. A first review is planned",
        "for the autumn of the next year.",
    ];

    protected override string FileName => "article.pdf";

    protected override byte[] ValidFile => TwoColumns().ToBytes();

    protected override byte[] MisdeclaredFile
    {
        get
        {
            // The font claims codes of two bytes, the text has one.
            var file = new PdfFile { Resources = "/Properties << >>" }.Page(PdfFile.Line(72, 700, 11, "The council of the old harbour town voted on Friday.").Replace("/F1", "/F9", StringComparison.Ordinal));
            return file.ToBytes();
        }
    }

    protected override IArticleReader CreateReader() => Reader(new ParsingOptions());

    [Fact]
    public void Read_TwoColumns_ReadsOneAfterTheOther()
    {
        var article = Read(ValidFile)[0].Article!;

        Assert.Equal("Two streets will close to cars", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
        Assert.Equal(
            "The council of the old harbour town voted on Friday to close two streets to cars from next spring. Café owners had asked for the step, which the chamber of trade had opposed for a long time, since it feared for the shops that sell furniture and need deliveries. The mayor said international examples had shown that trade grows where people walk. A first review is planned for the autumn of the next year.",
            article.Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6.5)]
    [InlineData(10)]
    public void Read_ColumnsOffTheirGrid_ReadsOneAfterTheOther(double shift)
    {
        var file = new PdfFile().Page([.. PdfFile.Column(72, 700, 11, 13, LeftLines), .. PdfFile.Column(330, 700 - shift, 11, 13, RightLines)]);

        var article = Read(file.ToBytes())[0].Article!;

        Assert.EndsWith("deliveries. The mayor said international examples had shown that trade grows where people walk. A first review is planned for the autumn of the next year.", article.Text, StringComparison.Ordinal);
        Assert.Single(article.Blocks);
    }

    [Fact]
    public void Read_BylineAndDateInSmallType_AreRead()
    {
        var file = new PdfFile { Information = { ["CreationDate"] = "D:20241103120000Z" } }.Page(
        [
            (72, 740, 20, "Two streets will close to cars"), (72, 716, 8, "By Jane Doe"), (72, 704, 8, "November 17, 2023"),
            .. PdfFile.Column(72, 680, 11, 13, LeftLines), .. PdfFile.Column(72, 602, 11, 13, RightLines),
        ]);

        var article = Read(file.ToBytes())[0].Article!;

        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
        Assert.StartsWith("The council of the old", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NumberAtTheStartOfALine_GoesOnWithTheSentence()
    {
        var file = new PdfFile().Page([.. PdfFile.Column(
            72, 700, 11, 13,
            "The council of the old harbour town voted on Friday to raise what it spends on schools by nearly",
            "12 percent over the next two years, and what it spends on the roads to the port and to the islands",
            "by a third.")]);

        Assert.Single(Read(file.ToBytes())[0].Article!.Blocks);
    }

    [Fact]
    public void Read_RunningHeadsAndPageNumbers_LeavesThemOutAndJoinsPages()
    {
        var file = new PdfFile();
        for (var page = 1; page <= 4; page++)
        {
            file.Page(
            [
                (72, 760, 9, $"The Northern Herald   {page}"), (290, 30, 9, $"- {page} -"),
                .. PdfFile.Column(72, 700, 11, 13, $"Sentence number {page} starts on this page and has so much to say about the", "harbour and its people that it goes over to the next line and also over to"),
                .. PdfFile.Column(72, 674, 11, 13, page == 4 ? "the end." : "the next page of this document, where it is still the same sentence since"),
            ]);
        }

        var article = Read(file.ToBytes())[0].Article!;

        Assert.DoesNotContain("Herald", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("- 2 -", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ParagraphOverPages_IsOne()
    {
        var file = new PdfFile()
            .Page([.. PdfFile.Column(72, 120, 11, 13, "The report names four reasons why the towns on the coast have lost people over the last", "ten years, and the first of them is that the trains to the capital have become slower and")])
            .Page([.. PdfFile.Column(72, 720, 11, 13, "dearer, while the roads have not been repaired since the storm.")]);

        var article = Read(file.ToBytes())[0].Article!;

        Assert.Single(article.Blocks);
        Assert.Contains("slower and dearer, while", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeadingsListsAndNotes_AreToldApart()
    {
        var file = new PdfFile().Page(
        [
            (72, 740, -20, "Harbour towns weigh a levy"),
            .. PdfFile.Column(72, 700, 11, 13, "Three harbour towns said on Thursday that they would ask every visiting ship for a levy, while the", "mayors met in the old customs house and spoke for two hours."),
            (72, 655, -13, "What it costs"),
            .. PdfFile.Column(72, 635, 11, 13, "\u0095 Four euros for each passenger and call", "\u0095 Half price for ships that use shore power"),
            (72, 590, 11, "The council votes on the ordinance in April, and the region decides before the summer recess."),
            (72, 60, 7, "1 The draft was seen by this newspaper in the town hall."),
        ]);

        var article = Read(file.ToBytes())[0].Article!;

        Assert.Equal([BlockKind.Paragraph, BlockKind.Heading, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Paragraph], article.Blocks.Select(block => block.Kind));
        Assert.DoesNotContain("draft was seen", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TurnedText_IsLeftOut()
    {
        var file = TwoColumns().Page("BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 200 Tm (Confidential draft) Tj ET\n" + PdfFile.Line(72, 700, 11, "A last paragraph says that the plan can still be changed by the region."));

        var article = Read(file.ToBytes())[0].Article!;

        Assert.DoesNotContain("Confidential", article.Text, StringComparison.Ordinal);
        Assert.Contains("last paragraph", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InvisibleText_IsALayerOfText()
    {
        var file = new PdfFile().Page("3 Tr\n" + PdfFile.Line(72, 700, 11, "A page that was scanned and read by a machine has its words unseen behind it."));

        Assert.NotNull(Read(file.ToBytes())[0].Article);
    }

    [Fact]
    public void Read_SpacedLetters_AreOneWord()
    {
        var letters = string.Concat("RESUMED".Select((c, i) => PdfFile.Line(72 + (i * 22), 740, -18, c.ToString())));
        var file = new PdfFile().Page(letters + PdfFile.Line(250, 740, -18, "talks") + PdfFile.Line(72, 700, 11, "The two sides met on Friday and agreed to meet again in the spring of next year."));

        Assert.Equal("RESUMED talks", Read(file.ToBytes())[0].Article!.Title);
    }

    [Fact]
    public void Read_MarkOfFootnote_IsLeftOut()
    {
        var file = new PdfFile().Page("BT /F1 11 Tf 1 0 0 1 72 700 Tm (The town has named a price for the old customs house) Tj 4 Ts /F1 7 Tf (12) Tj 0 Ts /F1 11 Tf ( and will sell it.) Tj ET");

        Assert.Equal("The town has named a price for the old customs house and will sell it.", Read(file.ToBytes())[0].Article!.Text);
    }

    [Fact]
    public void Read_MarkOfFootnoteInFullSize_IsLeftOutAndPartsNothing()
    {
        // As a browser lays it out: the mark pushes its line down.
        var file = new PdfFile().Page(
            PdfFile.Line(72, 712, 11, "The town has named a price for the old customs house beside the quay and will")
            + "BT /F1 11 Tf 1 0 0 1 72 694 Tm (sell it in the spring, said Ines Falk, the mayor of the town, after the meeting.) Tj 5 Ts /F1 10.7 Tf (1) Tj ET\n"
            + PdfFile.Line(72, 681, 11, "Nobody had asked for it before, and nobody knows what the house is worth today."));

        Assert.Equal(
            "The town has named a price for the old customs house beside the quay and will sell it in the spring, said Ines Falk, the mayor of the town, after the meeting. Nobody had asked for it before, and nobody knows what the house is worth today.",
            Read(file.ToBytes())[0].Article!.Text);
    }

    [Theory]
    [InlineData("10", "3")]
    [InlineData("km", "2")]
    public void Read_Exponent_Stays(string before, string exponent)
    {
        var file = new PdfFile().Page($"BT /F1 11 Tf 1 0 0 1 72 700 Tm (The plan for the old town takes {before}) Tj 5 Ts /F1 10.7 Tf ({exponent}) Tj 0 Ts /F1 11 Tf ( and more, said the mayor of the town.) Tj ET");

        Assert.Contains(before + exponent, Read(file.ToBytes())[0].Article!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft Word - draft 3.docx", "The council voted")]
    [InlineData("untitled", "The council voted")]
    [InlineData("Quarterly budget template for departments", "The council voted")]
    [InlineData("The council voted on Friday", "The council voted on Friday")]
    public void Read_TitleOfProperties_CountsOnlyWhereItIsShown(string title, string expected)
    {
        var file = new PdfFile { Information = { ["Title"] = title } }.Page((72, 740, 20, "The council voted"), (72, 700, 11, "The council of the town voted on Friday to close two streets to cars from next spring on."));

        Assert.Equal(expected, Read(file.ToBytes())[0].Article!.Title);
    }

    [Theory]
    [InlineData("GENEVA, Feb. 28, 2020 (AP) -- Delegates met in the morning and in the afternoon.", "2020-02-28")]
    [InlineData("Delegates met in the morning and in the afternoon, and nothing was decided.", "2021-05-06")]
    public void Read_DayOfMaking_StandsInLast(string text, string expected)
    {
        var file = new PdfFile { Information = { ["CreationDate"] = "D:20210506101112+02'00'" } }.Page((72, 700, 11, text));

        Assert.Equal(expected, Read(file.ToBytes())[0].Article!.Published?.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Read_NoText_RejectsAsScanned()
    {
        var file = new PdfFile { Resources = "/XObject << /I 100000 0 R >>", Objects = { PdfFile.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [0]) } }.Page("600 0 0 700 0 0 cm /I Do");

        Assert.Equal(RejectionReason.Scanned, Read(file.ToBytes())[0].Rejection?.Reason);
    }

    [Fact]
    public void Read_PasswordOfUser_RejectsAsEncrypted() =>
        Assert.Equal(RejectionReason.Encrypted, Read(Sample("locked.pdf"))[0].Rejection?.Reason);

    [Fact]
    public void Read_PasswordOfOwnerOnly_Reads() =>
        Assert.Equal("Harbour towns weigh a levy on cruise ships", Read(Sample("owner-locked.pdf"))[0].Article?.Title);

    [Fact]
    public void Read_MorePagesThanLimit_RejectsAsTooMany()
    {
        var file = new PdfFile();
        for (var page = 0; page < 4; page++)
        {
            file.Page((72, 700, 11, "A page."));
        }

        var items = Reader(new ParsingOptions { MaxPages = 3 }).Read(new SourceFile("a.pdf", file.ToBytes()), TestContext.Current.CancellationToken);

        Assert.Equal(RejectionReason.TooMany, items[0].Rejection?.Reason);
    }

    [Theory]
    [InlineData("%PDF-1.4\nnothing that follows is one")]
    [InlineData("%PDF-1.7")]
    public void Read_Broken_RejectsAsMalformed(string content) =>
        Assert.Equal(RejectionReason.Malformed, Read(Encoding.ASCII.GetBytes(content))[0].Rejection?.Reason);

    [Theory]
    [InlineData("%PDF-1.4", true)]
    [InlineData("\r\n%PDF-1.4", true)]
    [InlineData("The file starts with %PDF-1.4, says the paper.", false)]
    public void CanRead_Header_DecidesByContent(string content, bool expected) =>
        Assert.Equal(expected, CreateReader().CanRead(new SourceFile("a.bin", Encoding.ASCII.GetBytes(content))));

    private static byte[] Sample(string name, [System.Runtime.CompilerServices.CallerFilePath] string file = "") => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(file)!, name));

    private static PdfFile TwoColumns() => new PdfFile().Page(
    [
        (72, 740, -22, "Two streets will close to cars"),
        (72, 715, 11, "By Jane Doe"),
        (72, 700, 11, "November 17, 2023"),
        .. PdfFile.Column(72, 670, 9, 11, LeftLines),
        .. PdfFile.Column(320, 670, 9, 11, RightLines),
    ]);

    private static PdfArticleReader Reader(ParsingOptions options) => new(new ArticleAssembler(new LanguageIdentifier()), options);
}
