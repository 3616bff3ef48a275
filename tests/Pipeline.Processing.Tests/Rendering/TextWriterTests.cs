using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck.Xunit;
using Markdig;
using Pipeline.Processing.Rendering;
using Xunit;

namespace Pipeline.Processing.Tests.Rendering;

public sealed class TextWriterTests
{
    private const string Address = "https://news.example/api/summaries/a";

    private static readonly TextDocument Small = new(
        "en",
        [
            new TextHeading(1, [new TextRun("Talks & <tariffs>")]),
            new TextParagraph([new TextRun("Issues: "), new TextRun("Trade [1]", Address)]),
            new TextList([[new TextRun("one\r\ntwo")], [new TextRun("# three")]]),
        ]);

    [Fact]
    public void Write_PlainText_HasTheTextAlone()
    {
        Assert.Equal("Talks & <tariffs>\n\nIssues: Trade [1]\n\n- one two\n- # three\n", PlainTextWriter.Write(Small));
    }

    [Fact]
    public void Write_Markdown_EscapesWhatWouldBeMarkup()
    {
        Assert.Equal(
            $"# Talks \\& \\<tariffs\\>\n\nIssues: [Trade \\[1\\]](<{Address}>)\n\n- one two\n- \\# three\n", MarkdownWriter.Write(Small));
    }

    [Fact]
    public void Write_Html_IsOneArticleWithAllTextEscaped()
    {
        Assert.Equal(
            $"<article lang=\"en\">\n<h1>Talks &amp; &lt;tariffs&gt;</h1>\n<p>Issues: <a href=\"{Address}\">Trade [1]</a></p>\n<ul>\n<li>one two</li>\n<li># three</li>\n</ul>\n</article>\n",
            HtmlWriter.Write(Small));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</article><base href=//evil.example>")]
    [InlineData("&lt;b&gt; stays")]
    public void Write_HtmlOfHostileText_IsText(string text)
    {
        var page = Html(HtmlWriter.Write(new TextDocument(text, [new TextParagraph([new TextRun(text, text)])])));

        Assert.Equal(["ARTICLE", "P", "A"], page.QuerySelectorAll("body *").Select(element => element.TagName));
        Assert.Equal(text, page.QuerySelector("a")!.TextContent);
    }

    [Theory]
    [InlineData("1. not a list")]
    [InlineData("2024) neither")]
    [InlineData("- nor this")]
    [InlineData("+ nor this")]
    [InlineData("=====")]
    [InlineData("***")]
    [InlineData("> no quote")]
    [InlineData("a_b_c *d* `e` ~~f~~ [g](h) ![i](j) <k> &amp; | l | \\m")]
    [InlineData("ends with ###")]
    [InlineData("    no code")]
    [InlineData("https://news.example/a_b_c")]
    public void Write_MarkdownOfText_ReadsAsThatText(string text)
    {
        AssertReadsBack(text);
    }

    [Property(MaxTest = 500)]
    public void Write_MarkdownOfAnyText_ReadsAsThatText(string? text)
    {
        AssertReadsBack(text ?? "");
    }

    private static void AssertReadsBack(string text)
    {
        var run = new TextRun(text);
        var html = Markdown.ToHtml(MarkdownWriter.Write(new TextDocument(null, [new TextHeading(2, [run]), new TextParagraph([run]), new TextList([[run]])])));

        var expected = Visible(run.Text);
        if (expected.Length == 0)
        {
            return;
        }

        Assert.Equal([("H2", expected), ("P", expected), ("UL", expected)], Html(html).Body!.Children.Select(element => (element.TagName, Visible(element.TextContent))));
    }

    // HTML has no half pairs and no null, and spaces at the ends are none.
    private static string Visible(string text) => new string([.. text.Where(c => !char.IsSurrogate(c) && c != '\uFFFD')]).Trim();

    private static IDocument Html(string html) => new HtmlParser().ParseDocument(html);
}
