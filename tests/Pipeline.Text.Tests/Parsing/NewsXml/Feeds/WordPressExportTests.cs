using System.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.NewsXml.Feeds;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.NewsXml.Feeds;

public sealed class WordPressExportTests
{
    private const string First = "The café owners said on Friday that they would back the plan to close two streets.";
    private const string Second = "The council votes next week, and the office of the mayor puts the cost at three million euros.";

    [Fact]
    public void Read_Export_GivesPublishedPostsOnly()
    {
        var items = Read(Item("a", First, "post", "publish"), Item("b", First, "attachment", "inherit"), Item("c", First, "page", "publish"), Item("d", First, "post", "draft"), Item("e", Second, "report", "publish"));

        Assert.Equal(["a", "e"], items.Select(item => item.ItemId));
    }

    [Fact]
    public void Read_Export_NamesAuthorsByTheirNames() =>
        Assert.Equal(["Jane Doe"], Read(Item("a", First, "post", "publish"))[0].Article!.Authors);

    [Theory]
    [InlineData("FIRST\n\nSECOND", "FIRST|SECOND")]
    [InlineData("<!-- wp:paragraph --><p>FIRST</p><!-- /wp:paragraph -->\n\nSECOND", "FIRST|SECOND")]
    [InlineData("<strong>Friday</strong>\n\nFIRST", "Friday|FIRST")]
    [InlineData("FIRST\n\n[caption id=\"a\" width=\"300\"]<img src=\"x\"/> Cafés on Monday.[/caption]\n\nSECOND", "FIRST|SECOND")]
    [InlineData("FIRST\n\n[gallery ids=\"1,2\"]\n\n[embed]https://a.example/1[/embed]\n\nSECOND", "FIRST|SECOND")]
    [InlineData("[su_note color=\"red\"]FIRST[/su_note]", "FIRST")]
    [InlineData("FIRST “We [the owners] will pay,” he said [sic].", "FIRST “We [the owners] will pay,” he said [sic].")]
    [InlineData("FIRST\n\nIt is [caption] without an end.", "FIRST|It is without an end.")]
    public void Read_StoredText_HasParagraphsAndNoShortcodes(string content, string expected)
    {
        var article = Read(Item("a", Fill(content), "post", "publish"))[0].Article!;

        Assert.Equal(Fill(expected).Split('|'), article.Text.Split("\n\n"));
    }

    [Fact]
    public void ToHtml_ManyOpenShortcodes_TakesLinearTime()
    {
        var text = string.Concat(Enumerable.Repeat("[caption a=1] ", 100_000)) + "[/caption ]";

        Assert.DoesNotContain("[caption a", WordPressText.ToHtml(text), StringComparison.Ordinal);
    }

    private static string Fill(string text) => text.Replace("FIRST", First, StringComparison.Ordinal).Replace("SECOND", Second, StringComparison.Ordinal);

    private static string Item(string id, string content, string type, string status) =>
        $"<item><guid>{id}</guid><title>T</title><dc:creator>jd</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type></item>";

    private static IReadOnlyList<ParsedItem> Read(params string[] items)
    {
        var file = $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Harbour Post</title><wp:author><wp:author_login>jd</wp:author_login><wp:author_display_name>Jane Doe</wp:author_display_name></wp:author>{string.Concat(items)}</channel></rss>";
        return new FeedArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions()).Read(new SourceFile("a.xml", Encoding.UTF8.GetBytes(file)), TestContext.Current.CancellationToken);
    }
}
