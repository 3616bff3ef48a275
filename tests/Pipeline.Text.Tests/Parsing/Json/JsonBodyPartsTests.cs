using System.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Json;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Json;

public sealed class JsonBodyPartsTests
{
    private const string First = "The café owners said on Friday that they would back the plan to close two streets.";
    private const string Second = "The council votes next week, and the office of the mayor puts the cost at three million euros.";

    [Theory]
    [InlineData("""{"title":"T","contents":[{"content":"Local","type":"kicker"},{"content":"T","type":"title"},{"content":"By Jane Doe","type":"byline"},{"content":1700217125000,"type":"date"},{"blurb":"Owners on the quay.","type":"image"},{"content":"FIRST","subtype":"paragraph","type":"sanitized_html"},{"content":"<b>SECOND</b>","subtype":"paragraph","type":"sanitized_html"}]}""", "P:FIRST|P:SECOND")]
    [InlineData("""{"title":"T","date":"2023-11-17","sections":[{"title":"The plan","text":"FIRST"},{"title":"What now","text":"SECOND"}]}""", "H:The plan|P:FIRST|H:What now|P:SECOND")]
    [InlineData("""{"title":"T","body":{"summary":["FIRST"],"sections":[{"headline":[],"paragraphs":["FIRST"]},{"headline":["What now"],"paragraphs":["SECOND"]}]}}""", "P:FIRST|H:What now|P:SECOND")]
    [InlineData("""{"title":"T","body":[{"_type":"block","style":"normal","children":[{"_type":"span","text":"The café owners said"},{"_type":"span","text":" on Friday that they would back the plan to close two streets.","marks":["em"]}]},{"_type":"image","url":"https://a.example/1.png"},{"_type":"block","style":"h2","children":[{"_type":"span","text":"What now"}]},{"_type":"block","style":"blockquote","children":[{"_type":"span","text":"SECOND"}]}]}""", "P:FIRST|H:What now|Q:SECOND")]
    [InlineData("""{"title":"T","body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"FIRST"}]},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"SECOND"}]}]}]}]}}""", "P:FIRST|L:SECOND")]
    [InlineData("""{"title":"T","blocks":[{"type":"paragraph","data":{"text":"FIRST"}},{"type":"header","data":{"text":"What now","level":2}},{"type":"list","data":{"items":["SECOND"]}}]}""", "P:FIRST|H:What now|L:SECOND")]
    [InlineData("""{"headlines":{"basic":"T"},"content_elements":[{"type":"text","content":"FIRST"},{"type":"image","caption":"A café.","url":"https://a.example/1.png"},{"type":"header","level":2,"content":"What now"},{"type":"raw_html","content":"<script>x</script>"},{"type":"list","items":[{"type":"text","content":"SECOND"}]},{"type":"quote","content_elements":[{"type":"text","content":"We will pay for it."}]}]}""", "P:FIRST|H:What now|L:SECOND|Q:We will pay for it.")]
    [InlineData("""{"title":"T","article":"FIRST\n\nSECOND","highlights":"Owners back it."}""", "P:FIRST|P:SECOND")]
    public void Read_BodyInParts_IsOneArticle(string json, string expected)
    {
        var article = Assert.Single(Read(json)).Article!;

        Assert.Equal("T", article.Title);
        Assert.Equal(
            expected.Replace("FIRST", First, StringComparison.Ordinal).Replace("SECOND", Second, StringComparison.Ordinal),
            string.Join('|', article.Blocks.Select(block => $"{block.Kind.ToString()[0]}:{article.Text.Substring(block.Span.Start, block.Span.Length)}")));
    }

    [Theory]
    [InlineData("""{"title":"Harbour Post","content":[{"id":"a","title":"One","text":"FIRST"},{"id":"b","title":"Two","text":"SECOND"}]}""")]
    [InlineData("""{"title":"Harbour Post","body":[{"title":"One","url":"https://a.example/1","text":"FIRST"},{"title":"Two","url":"https://a.example/2","text":"SECOND"}]}""")]
    [InlineData("""{"content":[{"title":"One","text":"FIRST"},{"title":"Two","text":"SECOND"}]}""")]
    [InlineData("""{"db":[{"meta":{"version":"5"},"data":{"posts":[{"id":"a","title":"One","html":"<p>FIRST</p>","plaintext":"FIRST"},{"id":"b","title":"Two","html":"<p>SECOND</p>"}],"users":[{"id":"5","name":"Jane Doe"}]}}]}""")]
    [InlineData("""{"_type":"News","value":[{"name":"One","url":"https://a.example/1","description":"FIRST","datePublished":"2023-11-17"},{"name":"Two","url":"https://a.example/2","description":"SECOND","datePublished":"2023-11-17"}]}""")]
    public void Read_ListOfArticles_StaysAList(string json) =>
        Assert.Equal(["One", "Two"], Read(json).Select(item => item.Article?.Title));

    [Fact]
    public void Read_PageBesideAFragment_TakesTheFragment()
    {
        var article = Read($$"""{"title":"T","html":"<!DOCTYPE html><html><body><p>Menu of the whole page and all else that stands there.</p></body></html>","plaintext":"{{First}}"}""")[0].Article!;

        Assert.Equal(First, article.Text);
    }

    [Fact]
    public void Read_TreeDeeperThanRichText_StillEnds()
    {
        var open = string.Concat(Enumerable.Repeat("""{"type":"div","content":[""", 25));
        var close = string.Concat(Enumerable.Repeat("]}", 25));

        Assert.NotNull(Assert.Single(Read($$"""{"title":"T","body":{{open}}"x"{{close}}}""")).Rejection);
    }

    private static IReadOnlyList<ParsedItem> Read(string json)
    {
        var text = json.Replace("FIRST", First, StringComparison.Ordinal).Replace("SECOND", Second, StringComparison.Ordinal);
        var reader = new JsonArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());
        return reader.Read(new SourceFile("a.json", Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
    }
}
