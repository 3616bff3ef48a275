using System.Text;
using Pipeline.Testing.Archives;
using Pipeline.Text.Parsing;
using Pipeline.Text.Tests.Parsing.Docx;
using Pipeline.Text.Tests.Parsing.Pdf;
using Pipeline.Text.Tests.Parsing.Unpacking;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Mail;

public sealed class MailUnpackerTests
{
    private const string Words = "The council votes on the two streets next week, and the papers that it will have before it are attached.";
    private const string Prose = "Café owners in the old town said on Friday that they would back the plan to close two streets to cars.";

    private static readonly byte[] Pdf = new PdfFile().Page((72, 740, 20, "The port plan"), (72, 700, 11, "The council of the town voted on Friday to close two streets to cars from next spring on.")).ToBytes();

    [Fact]
    public void Parse_MailWithDocuments_GivesTheMailAndEachOfThem()
    {
        var mail = new MailFile { Text = Words }
            .Attach("plan.pdf", "application/pdf", Pdf)
            .Attach("letter.docx", "application/octet-stream", new DocxFile().Paragraph(Prose).ToBytes())
            .Attach("talks.txt", "text/plain; charset=utf-8", Unpack.Text("trade"));

        var items = Unpack.Parse(mail.ToBytes());

        Assert.Equal([null, "plan.pdf", "letter.docx", "talks.txt"], items.Select(item => item.ItemId));
        Assert.Equal(["mail", "pdf", "docx", "text"], items.Select(item => item.Article?.Format));
        Assert.Equal(Words, items[0].Article!.Text);
    }

    [Fact]
    public void Parse_MailWithWhatIsNoArticle_GivesTheMailAlone()
    {
        var text = Unpack.Text("trade");
        var mail = new MailFile { Text = Words }
            .Attach("logo.png", "image/png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])
            .Attach("photo.jpg", "application/octet-stream", [0xFF, 0xD8, 0xFF, 0xE0])
            .Attach("invite.ics", "text/calendar", text)
            .Attach("jane.vcf", "text/vcard", text)
            .Attach("jane.vcf", "text/plain", text)
            .Attach("smime.p7s", "application/pkcs7-signature", text)
            .Attach("signature.asc", "application/pgp-signature", text)
            .Attach("costs.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZipBuilder.Of(("[Content_Types].xml", text), ("xl/workbook.xml", text)))
            .Attach("costs.bin", "application/octet-stream", ZipBuilder.Of(("[Content_Types].xml", text), ("xl/workbook.xml", text)))
            .Attach("signature.html", "text/html", "<html><body><img src=logo.png></body></html>"u8.ToArray())
            .Attach("empty.txt", "text/plain", [])
            .Attach("pictures.zip", "application/zip", ZipBuilder.Of(("a.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13])));

        var item = Assert.Single(Unpack.Parse(mail.ToBytes()));

        Assert.Null(item.ItemId);
        Assert.Equal(Words, item.Article?.Text);
    }

    [Fact]
    public void Parse_CalendarAmongTheFormsOfTheBody_IsLeftOut()
    {
        var mail = new MailFile { Text = $"{Words}\n--b-papers@herald.test\nContent-Type: text/calendar\n\n{Prose}" };

        Assert.Equal(Words, Assert.Single(Unpack.Parse(mail.ToBytes())).Article?.Text);
    }

    [Fact]
    public void Parse_BrokenDocument_IsRejectedBesideTheMail()
    {
        var mail = new MailFile { Text = Words }.Attach("plan.pdf", "application/pdf", "%PDF-1.7 and no more"u8.ToArray()).Attach("papers.zip", "application/zip", "PK\u0003\u0004 and no more"u8.ToArray());

        Assert.Equal([": Papers on the two streets", "plan.pdf: malformed", "papers.zip: malformed"], Unpack.Outcome(mail.ToBytes()));
    }

    [Fact]
    public void Parse_MailWithoutWords_GivesItsFilesAlone()
    {
        var mail = new MailFile().Attach("trade.txt", "text/plain", Unpack.Text("trade"));

        Assert.Equal(["trade.txt: Talks on trade resume"], Unpack.Outcome(mail.ToBytes()));
    }

    [Fact]
    public void Parse_MailWithoutWordsOrFiles_IsRejected() =>
        Assert.Equal([": no-paragraphs"], Unpack.Outcome(new MailFile().Attach("logo.png", "image/png", [1, 2, 3]).ToBytes()));

    [Fact]
    public void Parse_FilesOfOneName_AreToldApart()
    {
        var mail = new MailFile { Text = Words }.Attach("notes.txt", "text/plain", Unpack.Text("trade")).Attach("notes.txt", "text/plain", Unpack.Text("fish")).Attach("notes.txt", "text/plain", Unpack.Text("fish"));

        var items = Unpack.Parse(mail.ToBytes());

        Assert.Equal(3, items.Count);
        Pipeline.Testing.ArticleAssert.HasDistinctIds(items);
        Assert.All(items.Skip(1), item => Assert.StartsWith("notes.txt#", item.ItemId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("..\\\\..\\\\talks.txt", "talks.txt")]
    [InlineData("/etc/talks.txt", "talks.txt")]
    [InlineData("=?utf-8?q?caf=65=CC=81.txt?=", "café.txt")]
    [InlineData("=?utf-8?q?a=E2=80=AEb.txt?=", "ab.txt")]
    [InlineData(null, "attachment")]
    [InlineData("..", "attachment")]
    public void Parse_NameOfFile_IsMadeSane(string? name, string expected)
    {
        var items = Unpack.Parse(new MailFile { Text = Words }.Attach(name, name == ".." ? "text/html" : "text/plain", Unpack.Text("trade")).ToBytes());

        Assert.Equal(expected, items[1].ItemId);
    }

    [Fact]
    public void Parse_MailPassedOnWithoutWords_IsReadOnceWithItsFiles()
    {
        var inner = new MailFile { Text = Prose, Subject = "The port plan", Id = "1@port.test" }.Attach("talks.txt", "text/plain", Unpack.Text("trade"));
        var outer = new MailFile { Subject = "Fwd: The port plan", Id = "2@herald.test" }.Attach(inner.ToBytes());

        Assert.Equal([": The port plan", "talks.txt: Talks on trade resume"], Unpack.Outcome(outer.ToBytes()));
    }

    [Fact]
    public void Parse_MailPassedOnWithWords_IsAnItemOfItsOwn()
    {
        var inner = new MailFile { Text = Prose, Subject = "The port plan", Id = "1@port.test" }.Attach("talks.txt", "text/plain", Unpack.Text("trade"));
        var outer = new MailFile { Text = Words, Id = "2@herald.test" }.Attach(inner.ToBytes());

        Assert.Equal(
            [": Papers on the two streets", "1@port.test: The port plan", "1@port.test/talks.txt: Talks on trade resume"],
            Unpack.Outcome(outer.ToBytes()));
    }

    [Fact]
    public void Parse_SeveralMailsPassedOn_GiveAnItemEach()
    {
        var outer = new MailFile { Id = "0@herald.test" }
            .Attach(new MailFile { Text = Prose, Subject = "One", Id = "1@port.test" }.ToBytes())
            .Attach(new MailFile { Text = Words, Subject = "Two", Id = "2@port.test" }.ToBytes());

        Assert.Equal(["1@port.test: One", "2@port.test: Two"], Unpack.Outcome(outer.ToBytes()));
    }

    [Fact]
    public void Parse_Mailbox_NamesFilesBelowTheirMessages()
    {
        byte[] box =
        [
            .. Box(new MailFile { Text = Words, Id = "1@herald.test" }.Attach("a.txt", "text/plain", Unpack.Text("trade"))),
            .. Box(new MailFile { Id = "2@herald.test" }.Attach("a.txt", "text/plain", Unpack.Text("fish"))),
            .. Box(new MailFile { Id = "3@herald.test" }),
        ];

        Assert.Equal(
            ["1@herald.test: Papers on the two streets", "3@herald.test: no-paragraphs", "1@herald.test/a.txt: Talks on trade resume", "2@herald.test/a.txt: Talks on fish resume"],
            Unpack.Outcome(box));

        static byte[] Box(MailFile mail) => [.. "From jane@herald.test Fri Nov 17 10:32:00 2023\n"u8, .. mail.ToBytes(), (byte)'\n'];
    }

    [Fact]
    public void Parse_MailInArchiveInMail_StandsUnderEachName()
    {
        var inner = new MailFile { Text = Prose, Subject = "The port plan", Id = "1@port.test" }.Attach("talks.txt", "text/plain", Unpack.Text("trade")).ToBytes();
        var outer = new MailFile { Text = Words }.Attach("papers.zip", "application/zip", ZipBuilder.Of(("in/port.eml", inner)));

        Assert.Equal(
            [": Papers on the two streets", "papers.zip/in/port.eml: The port plan", "papers.zip/in/port.eml/talks.txt: Talks on trade resume"],
            Unpack.Outcome(outer.ToBytes()));
    }

    [Theory]
    [InlineData(3, "papers.zip/port.eml/talks.txt: Talks on trade resume")]
    [InlineData(2, "papers.zip/port.eml/talks.txt: too-deep")]
    public void Parse_MailInArchiveInMail_IsHeldToTheDepth(int depth, string expected)
    {
        var inner = new MailFile { Text = Prose, Id = "1@port.test" }.Attach("talks.txt", "text/plain", Unpack.Text("trade")).ToBytes();
        var outer = new MailFile { Text = Words }.Attach("papers.zip", "application/zip", ZipBuilder.Of(("port.eml", inner)));

        Assert.Equal(expected, Unpack.Outcome(outer.ToBytes(), new ParsingOptions { MaxFileDepth = depth })[^1]);
    }

    [Fact]
    public void Parse_MailsInMails_AreHeldToTheDepth()
    {
        var mail = new MailFile { Text = Words, Id = "0@herald.test" }.ToBytes();
        for (var i = 1; i < 10; i++)
        {
            mail = new MailFile { Text = Words, Id = $"{i}@herald.test" }.Attach(mail).ToBytes();
        }

        var outcome = Unpack.Outcome(mail, new ParsingOptions { MaxFileDepth = 4 });

        Assert.Equal(6, outcome.Length);
        Assert.EndsWith(": too-deep", outcome[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_MoreFilesInMailsThanTheLimit_RejectsTheFile()
    {
        var mail = new MailFile { Text = Words };
        for (var i = 0; i < 4; i++)
        {
            mail.Attach($"{i}.txt", "text/plain", Unpack.Text($"trade {i}"));
        }

        // Two mails of five items each in an archive.
        var zip = ZipBuilder.Of(("a.eml", mail.ToBytes()), ("b.eml", mail.ToBytes()));

        Assert.Equal([": too-many"], Unpack.Outcome(zip, new ParsingOptions { MaxItems = 9 }));
        Assert.Equal(10, Unpack.Outcome(zip, new ParsingOptions { MaxItems = 10 }).Length);
    }

    [Fact]
    public void Parse_FilesOfMailsThatAreTogetherTooLong_AreRejected()
    {
        var mail = new MailFile { Text = Words }.Attach("a.txt", "text/plain", Unpack.Text("trade")).Attach("b.txt", "text/plain", Unpack.Text("fish")).ToBytes();
        var length = Unpack.Text("trade").Length;

        Assert.Equal([": Papers on the two streets", "a.txt: Talks on trade resume", "b.txt: expands-too-far"], Unpack.Outcome(mail, new ParsingOptions { MaxExpandedBytes = length + 1 }));
    }

    [Fact]
    public void Parse_EncryptedMail_IsRejectedWithoutItsParts()
    {
        var mail = Encoding.UTF8.GetString(new MailFile().Attach("talks.txt", "text/plain", Unpack.Text("trade")).ToBytes()).Replace("multipart/mixed", "multipart/encrypted", StringComparison.Ordinal);

        Assert.Equal([": encrypted"], Unpack.Outcome(Encoding.UTF8.GetBytes(mail)));
    }
}
