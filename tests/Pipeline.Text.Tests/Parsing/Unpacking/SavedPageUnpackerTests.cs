using System.Text;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Unpacking;

public sealed class SavedPageUnpackerTests
{
    private const string Blink = "From: <Saved by Blink>\nSnapshot-Content-Location: https://herald.test/2023/two-streets\nSubject: Owners back the plan\nDate: Sun, 3 Mar 2024 09:00:00 -0000\nMIME-Version: 1.0\n";
    private const string Explorer = "From: \"Saved by Internet Explorer 11\"\nSubject: Owners back the plan\nDate: Sun, 3 Mar 2024 09:00:00 +0100\nMIME-Version: 1.0\n";
    private const string Bare = "MIME-Version: 1.0\n";

    private const string Related = "Content-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"b\"\n\n";

    private const string Page = """
        <!DOCTYPE html><html lang=3D"en"><head><title>Owners back the plan</title></head><body>
        <nav><ul><li><a href=3D"/">Home</a></li><li><a href=3D"/news">News</a></li><li><a href=3D"/sport">Sport</a></li></ul></nav>
        <article><h1>Owners back the plan</h1><p class=3D"date">17 November 2023</p>
        <p>Caf=C3=A9 owners in the old town said on Friday that they would back the plan to close two streets to cars.</p>
        <p>The council votes next week, and the office of the mayor puts the cost at three million euros, most of it for trees.</p></article>
        <footer><a href=3D"/terms">Terms of use</a> <a href=3D"/privacy">Privacy</a></footer></body></html>
        """;

    [Theory]
    [InlineData(Blink)]
    [InlineData(Explorer)]
    [InlineData(Bare)]
    public void Parse_SavedPage_IsReadAsAPage(string header)
    {
        var item = Assert.Single(Unpack.Parse(Saved(header), name: "page.mhtml"));

        Assert.Null(item.ItemId);
        Assert.Equal("html", item.Article?.Format);
        Assert.Equal("Owners back the plan", item.Article!.Title);
        Assert.Equal("https://herald.test/2023/two-streets", item.Article.Url);
        Assert.Equal(new DateOnly(2023, 11, 17), item.Article.Published?.Day);
        Assert.StartsWith("Café owners", item.Article.Text, StringComparison.Ordinal);
        Assert.EndsWith("most of it for trees.", item.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SavedPageWithoutADate_IsNotOfTheDayOnWhichItWasSaved()
    {
        var page = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Saved(Blink)).Replace("17 November 2023", "", StringComparison.Ordinal).Replace("/2023", "", StringComparison.Ordinal));

        Assert.Null(Assert.Single(Unpack.Parse(page)).Article?.Published);
    }

    [Fact]
    public void Parse_RootThatComesLater_IsThePage()
    {
        var page = $"{Bare}Content-Type: multipart/related; start=\"<page@a>\"; boundary=b\n\n--b\nContent-Type: text/html\nContent-ID: <frame@a>\n\n<p>An advertisement stands in a frame.</p>\n--b\nContent-Type: text/html; charset=utf-8\nContent-ID: <page@a>\nContent-Transfer-Encoding: quoted-printable\n\n{Page}\n--b--\n";

        Assert.Equal("Owners back the plan", Assert.Single(Unpack.Parse(Encoding.UTF8.GetBytes(page))).Article?.Title);
    }

    [Fact]
    public void Parse_SavedPageWithoutHtml_IsRejected() =>
        Assert.Equal([": malformed"], Unpack.Outcome(Encoding.UTF8.GetBytes($"{Blink}{Related}--b\nContent-Type: image/png\n\nx\n--b--\n")));

    [Fact]
    public void Parse_MailInTheSameForm_StaysAMail()
    {
        var mail = Saved("From: Jane Doe <jane@herald.test>\nTo: desk@example.test\nSubject: Owners back the plan\nDate: Sun, 3 Mar 2024 09:00:00 +0100\nMIME-Version: 1.0\n");

        Assert.Equal("mail", Unpack.Parse(mail)[0].Article?.Format);
    }

    private static byte[] Saved(string header) => Encoding.UTF8.GetBytes(
        $"{header}{Related}--b\nContent-Type: text/html; charset=utf-8\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://herald.test/2023/two-streets\n\n{Page}\n--b\nContent-Type: text/css\nContent-Location: https://herald.test/a.css\n\np {{ margin: 0 }}\n--b--\n");
}
