using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Json;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Json;

public sealed class JsonLinesArticleReaderTests : ArticleReaderSuite
{
    private const string Prose = "The café owners said on Friday that they would back the plan to close two streets.";

    protected override string FileName => "articles.jsonl";

    protected override byte[] ValidFile => Encoding.UTF8.GetBytes($$"""{"id":"a","text":"{{Prose}}"}{{"\n"}}{"id":"b","title":"Café owners","text":"{{Prose}}"}{{"\r\n"}}""");

    protected override byte[] MisdeclaredFile => [0xFF, 0xFE, .. ValidFile];

    protected override IArticleReader CreateReader() => new JsonLinesArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());

    [Theory]
    [InlineData("a.txt", "{\"a\":1}\n{\"a\":2}\n", true)]
    [InlineData("a.txt", "{\"a\":1}\n{\"a\":2\n{\"a\":3}\n", true)]
    [InlineData("a.txt", "{\"a\":1}\n", false)]
    [InlineData("a.jsonl", "{\"a\":1}\n", true)]
    [InlineData("a.jsonl", "The council met.\n", false)]
    [InlineData("a.txt", "{\n\"a\":1\n}\n", false)]
    [InlineData("a.txt", "[{\"a\":1},\n{\"a\":2}]\n", false)]
    [InlineData("a.txt", "{one}\n{two}\n", false)]
    public void CanRead_Lines_WantsSeveralObjects(string name, string text, bool expected) =>
        Assert.Equal(expected, CreateReader().CanRead(new SourceFile(name, Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Read_BadLine_IsAnItemOfItsOwnWhereverItStands()
    {
        var first = Read([.. "{\"id\": oops}\n"u8, .. ValidFile]);
        var last = Read([.. ValidFile, .. "{\"id\": oops}\n"u8]);

        Assert.Equal(RejectionReason.Malformed, first[0].Rejection?.Reason);
        Assert.Contains("Line 1 ", first[0].Rejection!.Detail, StringComparison.Ordinal);
        Assert.Contains("Line 3 ", last[2].Rejection!.Detail, StringComparison.Ordinal);
        Assert.Equal(first[0].ItemId, last[2].ItemId);
        Assert.Equal(["a", "b"], first.Skip(1).Select(item => item.ItemId));
    }

    [Fact]
    public void Read_LineNestedTooDeep_LeavesTheOthers()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000) + "\n";

        var items = Read([.. Encoding.UTF8.GetBytes(deep), .. ValidFile]);

        Assert.Equal(RejectionReason.TooDeep, items[0].Rejection?.Reason);
        Assert.Equal(3, items.Count);
    }

    [Fact]
    public void Read_SharedIdOfDifferentArticles_KeepsBoth()
    {
        var file = Encoding.UTF8.GetBytes($$"""{"id":1,"text":"{{Prose}}"}{{"\n"}}{"id":1,"text":"{{Prose}} And more."}""");

        var items = ArticleParser.CreateDefault().Parse(new SourceFile("a.jsonl", file), TestContext.Current.CancellationToken);

        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.StartsWith("1#", item.ItemId, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NoObjectOnAnyLine_RejectsTheFile()
    {
        var item = Assert.Single(Read("no\njson\n"u8.ToArray()));

        Assert.Null(item.ItemId);
        Assert.Equal(RejectionReason.Malformed, item.Rejection?.Reason);
    }

    [Fact]
    public void Read_TextAlone_ReadsItsHeadAsPlainTextDoes()
    {
        var article = Read("""{"text":"Talks resume\nBy Jane Doe\nNov. 17, 2023\n\nGENEVA (AP) — The two sides met on Friday and agreed to meet again."}"""u8.ToArray())[0].Article!;

        Assert.Equal("Talks resume", article.Title);
        Assert.Equal(["Jane Doe"], article.Authors);
        Assert.Equal(new DateOnly(2023, 11, 17), article.Published?.Day);
        Assert.Equal("The two sides met on Friday and agreed to meet again.", article.Text);
    }
}
