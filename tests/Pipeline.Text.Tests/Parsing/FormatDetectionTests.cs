using System.Text;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

/// <summary>Which reader takes a file, by its content, whatever its name.</summary>
public sealed class FormatDetectionTests
{
    private const string Prose = "The two sides met on Friday and agreed to meet again.";

    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();

    [Theory]
    [InlineData("json", "{\"text\":\"PROSE\"}")]
    [InlineData("json", "[{\"text\":\"PROSE\"}]")]
    [InlineData("json", "{\n  \"text\":\n  \"PROSE\"\n}")]
    [InlineData("jsonl", "{\"text\":\"PROSE\"}\n{\"text\":\"PROSE\"}")]
    [InlineData("nitf", "<!DOCTYPE nitf><nitf><body><body.content><p>PROSE</p></body.content></body></nitf>")]
    [InlineData("newsml-g2", "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><contentSet><inlineData>PROSE</inlineData></contentSet></newsItem>")]
    [InlineData("feed", "<rss><channel><item><description>PROSE</description></item></channel></rss>")]
    [InlineData("feed", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><summary>PROSE</summary></entry></feed>")]
    [InlineData("markdown", "---\ntitle: T\n---\nPROSE")]
    [InlineData("markdown", "# T\n\nPROSE See [more](https://a.example).")]
    [InlineData("text", "PROSE")]
    [InlineData("text", "{Note} PROSE")]
    [InlineData("text", "[AP] PROSE")]
    [InlineData("text", "# T\n\nPROSE")]
    [InlineData("text", "---\n\nPROSE\n\n---\n\nPROSE")]
    public void Parse_AnyName_GoesByContent(string format, string form)
    {
        var text = form.Replace("PROSE", Prose, StringComparison.Ordinal);
        byte[][] encodings = [Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], Encoding.BigEndianUnicode.GetBytes(text)];
        foreach (var bytes in encodings)
        {
            foreach (var name in (string[])["a", "a.txt", "a.bin", "a.html"])
            {
                var items = Parser.Parse(new SourceFile(name, bytes), TestContext.Current.CancellationToken);

                Assert.Equal(format, items[0].Article?.Format);
            }
        }
    }
}
