using System.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Html.Decoding;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Html.Decoding;

public sealed class HtmlDecoderTests
{
    private const string Russian = "Совет собрался в пятницу";

    [Theory]
    [InlineData("windows-1251", "<meta charset=\"windows-1251\">", null)]
    [InlineData("windows-1251", "<meta http-equiv=Content-Type content='text/html; charset=CP1251'>", null)]
    [InlineData("windows-1251", "", "text/html; charset=windows-1251")]
    [InlineData("koi8-r", "<meta charset=utf-8>", "text/html;charset=\"koi8-r\"")]
    [InlineData("utf-8", "<meta charset=windows-1251>", "text/html; charset=koi8-r")]
    [InlineData("utf-16", "<meta charset=windows-1251>", null)]
    public void Decode_DeclaredEncoding_ReadsText(string encoding, string head, string? mediaType)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var page = bytes.GetPreamble().Concat(bytes.GetBytes($"<html><head>{head}</head><body><p>{Russian}</p></body></html>")).ToArray();

        var decoded = HtmlDecoder.Decode(page, mediaType);

        Assert.Contains(Russian, decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_Latin1Declared_ReadsAsWindows1252()
    {
        byte[] page = [.. "<meta charset=iso-8859-1><p>It"u8, 0x92, .. "s \u0020"u8, 0x80, .. "5</p>"u8];

        var decoded = HtmlDecoder.Decode(page, null);

        Assert.Contains("It’s  €5", decoded.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>a", "x.bin", null, true)]
    [InlineData("\n<!-- a --> <HTML lang=en>", "x.bin", null, true)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", "x.bin", null, true)]
    [InlineData("<div><p>One</p><p>Two</p></div>", "x.bin", null, true)]
    [InlineData("Text <b>with</b> a tag", "x.html", null, true)]
    [InlineData("Text <b>with</b> a tag", "x.txt", "text/html; charset=utf-8", true)]
    [InlineData("Text <b>with</b> <i>a</i> <a href=x>tag</a>", "x.txt", null, false)]
    [InlineData("<?xml version=\"1.0\"?><rss><channel/></rss>", "x.xml", null, false)]
    [InlineData("<nitf><head/></nitf>", "x.xml", null, false)]
    [InlineData("Plain text, 2 < 3", "x.html", null, false)]
    public void IsMatch_Content_TellsHtml(string content, string name, string? mediaType, bool expected)
    {
        var file = new SourceFile(name, Encoding.UTF8.GetBytes(content)) { MediaType = mediaType };

        Assert.Equal(expected, HtmlSignature.IsMatch(file));
    }

    [Fact]
    public void IsMatch_Utf16_TellsHtml()
    {
        byte[] page = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<!DOCTYPE html><html><body>")];

        Assert.True(HtmlSignature.IsMatch(new SourceFile("x.bin", page)));
    }
}
