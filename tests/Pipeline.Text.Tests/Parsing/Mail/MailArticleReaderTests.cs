using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Mail;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Mail;

public sealed class MailArticleReaderTests : ArticleReaderSuite
{
    private const string First = "Café owners in the old town said on Friday that they would back the plan to close two streets to cars.";
    private const string Second = "The council votes next week, and the office of the mayor puts the cost at three million euros.";

    protected override string FileName => "article.eml";

    protected override byte[] ValidFile => Bytes(Message("Content-Type: text/plain; charset=utf-8\n", $"{First}\n\n{Second}\n"));

    protected override byte[] MisdeclaredFile => Bytes(Message("Content-Type: text/plain; charset=utf-16\n", $"{First}\n\n{Second}\n"));

    protected override IArticleReader CreateReader() => Reader(new ParsingOptions());

    [Fact]
    public void Read_Letter_ReadsEachPart()
    {
        var article = Read(ValidFile)[0].Article!;

        Assert.Equal("Owners back the plan", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal("herald.test", article.Source);
        Assert.Equal(new PublicationDate(new DateOnly(2023, 11, 17), new TimeOnly(10, 32), TimeSpan.FromHours(1)), article.Published);
        Assert.Equal($"{First}\n\n{Second}", article.Text);
    }

    [Fact]
    public void Read_Newsletter_LeavesOutWhatStandsAround()
    {
        var html = $"""
            <div style="display:none">{First[..60]}</div>
            <table><tr><td><a href="https://herald.test/2023/two-streets">View this email in your browser</a></td></tr>
            <tr><td><table><tr><td><h1>Owners back the plan</h1></td></tr><tr><td><p>{First}</p></td></tr><tr><td>{Second}</td></tr></table></td></tr>
            <tr><td><a href="x">Facebook</a> | <a href="y">Twitter</a></td></tr>
            <tr><td>You are receiving this email because you signed up on our website.</td></tr>
            <tr><td>The Herald, 12 Quay Street, Suite 4, Valmora 10455</td></tr>
            <tr><td><a href="u">Unsubscribe</a></td></tr></table>
            """;

        var article = Read(Bytes(Message("Content-Type: text/html; charset=utf-8\n", html)))[0].Article!;

        Assert.Equal($"{First}\n\n{Second}", article.Text);
        Assert.Equal("https://herald.test/2023/two-streets", article.Url);
    }

    [Fact]
    public void Read_Reply_KeepsOwnWordsOnly()
    {
        var body = $"{First}\n\n{Second}\n\nOn Thu, Nov 16, 2023 at 9:12 AM John Roe <john@example.test> wrote:\n\n> When does the council vote on the plan? We should have the date in the paper.\n\n-- \nJane Doe\nThe Herald\n";

        Assert.Equal($"{First}\n\n{Second}", Text("Content-Type: text/plain; charset=utf-8\n", body));
    }

    [Theory]
    [InlineData("text/plain", "FYI\n\n---------- Forwarded message ---------\nFrom: John Roe <john@port.test>\nDate: Thu, Nov 16, 2023 at 7:02 AM\nSubject: The quay has power\nTo: Jane Doe <jane@herald.test>\n\n{0}\n")]
    [InlineData("text/html", "<div>FYI<div class=gmail_quote><div>---------- Forwarded message ---------<br>From: John Roe &lt;john@port.test&gt;<br>Date: Thu, Nov 16, 2023 at 7:02 AM<br>Subject: The quay has power<br>To: Jane Doe<br></div><p>{0}</p></div></div>")]
    [InlineData("text/plain", "Von: John Roe <john@port.test>\nGesendet: 16.11.2023 07:02\nAn: Jane Doe\nBetreff: The quay has power\n\n{0}\n")]
    [InlineData("text/plain", "Worth a look before Monday, I think.\n\n---------- Forwarded message ---------\nFrom: John Roe <john@port.test>\nDate: Thu, Nov 16, 2023 at 7:02 AM\nSubject: The quay has power\nTo: Jane Doe <jane@herald.test>\n\n{0}\n")]
    public void Read_PassedOn_IsWhatItPassesOn(string type, string body)
    {
        var article = Read(Bytes(Message($"Content-Type: {type}; charset=utf-8\n", body.Replace("{0}", First, StringComparison.Ordinal))))[0].Article!;

        Assert.Equal("The quay has power", article.Title);
        Assert.Equal(["John Roe"], article.Authors);
        Assert.Equal(new DateOnly(2023, 11, 16), article.Published?.Day);
        Assert.Equal(First, article.Text);
    }

    [Fact]
    public void Read_TextAboveAShorterForward_IsTheText()
    {
        var body = $"{First}\n\n{Second}\n\n---------- Forwarded message ---------\nFrom: John Roe <john@port.test>\nDate: Thu, Nov 16, 2023 at 7:02 AM\nSubject: The quay has power\n\nThe quay has had power since this morning.\n";

        Assert.Equal($"{First}\n\n{Second}", Text("Content-Type: text/plain; charset=utf-8\n", body));
    }

    [Fact]
    public void Read_AnswerAboveALongerMessage_IsTheAnswer()
    {
        var body = $"We will print it on Monday then.\n\n-----Original Message-----\nFrom: John Roe <john@port.test>\nSent: Thursday, November 16, 2023 7:02 AM\nSubject: The quay has power\n\n{First}\n\n{Second}\n";

        Assert.Equal("We will print it on Monday then.", Text("Content-Type: text/plain; charset=utf-8\n", body));
    }

    [Fact]
    public void Read_Alternative_PrefersTheRicherForm()
    {
        var poor = $"--b\nContent-Type: text/plain\n\nView this email in your browser.\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>{First}</p><ul><li>Mill Lane</li></ul>\n--b--\n";

        Assert.Equal($"{First}\n\nMill Lane", Text("Content-Type: multipart/alternative; boundary=b\n", poor));
    }

    [Fact]
    public void Read_FlowedText_JoinsItsLines()
    {
        var body = "Café owners in the old town said on Friday that they would \nback the plan to close two streets to cars.\n\nThe council votes next week.\n";

        Assert.Equal("Café owners in the old town said on Friday that they would back the plan to close two streets to cars.\n\nThe council votes next week.", Text("Content-Type: text/plain; charset=utf-8; format=flowed\n", body));
    }

    [Theory]
    [InlineData("Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n", "Caf=E9 owners said on Friday that they would back the plan =96 at last.")]
    [InlineData("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n", "Caf=E9 owners said on Friday that they would back the plan =96 at last.")]
    [InlineData("Content-Type: text/plain; charset=utf-7\nContent-Transfer-Encoding: quoted-printable\n", "Caf=C3=A9 owners said on Friday that they would back the plan =E2=80=93 at last.")]
    [InlineData("Content-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n", "Q2Fmw6kgb3duZXJzIHNhaWQgb24gRnJpZGF5IHRoYXQgdGhleSB3b3VsZCBiYWNrIHRoZSBwbGFuIOKAkyBhdCBsYXN0Lg==")]
    public void Read_Encodings_GiveTheSameText(string headers, string body) =>
        Assert.Equal("Café owners said on Friday that they would back the plan – at last.", Text(headers, body + "\n"));

    [Theory]
    [InlineData("Re: Talks resume", "Talks resume")]
    [InlineData("AW: Fwd: [List] Talks resume", "Talks resume")]
    [InlineData("Re[2]: Talks resume", "Talks resume")]
    [InlineData("Report: talks resume", "Report: talks resume")]
    [InlineData("=?utf-8?q?Caf=C3=A9_talks?=", "Café talks")]
    public void Read_Subject_IsCleaned(string subject, string expected) =>
        Assert.Equal(expected, Read(Bytes(Message("Content-Type: text/plain\n", First, subject)))[0].Article?.Title);

    [Theory]
    [InlineData("Jane Doe", "Jane Doe", null)]
    [InlineData("\"Doe, Jane\"", "Jane Doe", null)]
    [InlineData("Jane Doe from The Herald", "Jane Doe", "The Herald")]
    [InlineData("The Northern Herald", null, "The Northern Herald")]
    [InlineData("Harbour Letter", null, "Harbour Letter")]
    public void OfName_DisplayName_TellsPersonsFromOrganisations(string name, string? author, string? source)
    {
        var message = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes($"From: {name} <x@harbourletter.test>\n\n")), TestContext.Current.CancellationToken);

        var sender = MailSender.Of(message);

        Assert.Equal(author, sender.Author);
        Assert.Equal(source ?? "harbourletter.test", sender.Source);
    }

    [Fact]
    public void Read_Mailbox_GivesAnArticleEach()
    {
        var message = Encoding.UTF8.GetString(ValidFile);
        var box = $"From jane@herald.test Fri Nov 17 10:32:00 2023\n{message}\nFrom jane@herald.test Sat Nov 18 10:32:00 2023\n{message.Replace("<1@herald.test>", "<2@herald.test>", StringComparison.Ordinal)}\n";

        var items = Read(Bytes(box));

        Assert.Equal(["1@herald.test", "2@herald.test"], items.Select(item => item.ItemId));
        Assert.All(items, item => Assert.Equal("Owners back the plan", item.Article?.Title));
    }

    [Fact]
    public void Read_EncryptedMessage_RejectsAsEncrypted()
    {
        var body = "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nxxxx\n--b--\n";

        Assert.Equal(RejectionReason.Encrypted, Read(Bytes(Message("Content-Type: multipart/encrypted; boundary=b\n", body)))[0].Rejection?.Reason);
    }

    [Fact]
    public void Of_MessageWithFiles_ReturnsThem()
    {
        var body = $"--b\nContent-Type: text/plain\n\nSee the files.\n--b\nContent-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b\nContent-Type: message/rfc822\n\n{Message("Content-Type: text/plain\n", First)}\n--b--\n";

        using var message = MailMessages.Parse(Bytes(Message("Content-Type: multipart/mixed; boundary=b\n", body)), TestContext.Current.CancellationToken);
        var files = MailAttachments.Of(message!, 5, TestContext.Current.CancellationToken).ToList();

        Assert.Equal(["a.pdf", "1@herald.test"], files.Select(file => file.Name));
        Assert.Equal("%PDF-"u8, files[0].Content.Span);
        Assert.Equal("message/rfc822", files[1].MediaType);
    }

    [Theory]
    [InlineData("From: Jane Doe <jane@herald.test>\nDate: Fri, 17 Nov 2023 10:32:00 +0100\n\nText", true)]
    [InlineData("Received: by x\nMIME-Version: 1.0\nSubject: a\n\nText", true)]
    [InlineData("Title: Talks resume\nDate: 2023-11-17\nSource: Reuters\n\nThe talks resumed on Friday.", false)]
    [InlineData("From: our correspondent\nDate: 2023-11-17\n\nThe talks resumed on Friday.", false)]
    [InlineData("From here the road leads to 3 villages.\nIt is long.", false)]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>a</p>", false)]
    public void CanRead_Header_DecidesByContent(string content, bool expected) =>
        Assert.Equal(expected, CreateReader().CanRead(new SourceFile("a.bin", Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void Read_PartsWithinParts_Return()
    {
        var body = new StringBuilder();
        for (var i = 0; i < 5_000; i++)
        {
            body.Append("--b").Append(i).Append("\nContent-Type: multipart/mixed; boundary=b").Append(i + 1).Append("\n\n");
        }

        Read(Bytes(Message("Content-Type: multipart/mixed; boundary=b0\n", body.ToString())));
    }

    [Fact]
    public void Read_MorePartsThanLimit_RejectsAsTooMany()
    {
        var body = string.Concat(Enumerable.Repeat("--b\nContent-Type: text/plain\n\na\n", MailLimits.MaxParts + 1)) + "--b--\n";

        Assert.Equal(RejectionReason.TooMany, Read(Bytes(Message("Content-Type: multipart/mixed; boundary=b\n", body)))[0].Rejection?.Reason);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\na\n")]
    [InlineData("", "To: Jane Doe <jane@example.test>\n")]
    public void Read_FarTooManyPartsOrHeaders_StaysSmall(string head, string piece)
    {
        var mail = Bytes($"From: a@b.test\nSubject: Plan\nDate: Fri, 17 Nov 2023 10:32:00 +0100\n{head}{string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length))}\n{First}");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(RejectionReason.Malformed, Read(mail)[0].Rejection?.Reason);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32L * 1024 * 1024);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("From: a@b ")]
    [InlineData("On 1 x@y wrote:\n")]
    [InlineData("--b\n")]
    [InlineData("=?utf-8?q?a?= ")]
    [InlineData("a:b@c,")]
    public void Read_LongestMessageOfOnePiece_Returns(string piece)
    {
        var long4 = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));

        Read(Bytes(Message("Content-Type: multipart/mixed; boundary=b\n", long4)));
        Read(Bytes(Message("Content-Type: text/plain\n", long4)));
        Read(Bytes($"From: {long4.ReplaceLineEndings(" ")}\nDate: x@y\n\n{First}"));
    }

    private static string Message(string headers, string body, string subject = "Owners back the plan") =>
        $"From: Jane Doe <jane@news.herald.test>\nTo: desk@example.test\nSubject: {subject}\nDate: Fri, 17 Nov 2023 10:32:00 +0100\nMessage-ID: <1@herald.test>\nMIME-Version: 1.0\n{headers}\n{body}";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private string Text(string headers, string body) => Read(Bytes(Message(headers, body)))[0].Article!.Text;

    private static MailArticleReader Reader(ParsingOptions options) => new(new ArticleAssembler(new LanguageIdentifier()), options);
}
