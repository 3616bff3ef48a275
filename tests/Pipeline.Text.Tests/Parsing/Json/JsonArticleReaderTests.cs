using System.Text;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Json;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Json;

public sealed class JsonArticleReaderTests : ArticleReaderSuite
{
    private const string Prose = "The café owners said on Friday that they would back the plan to close two streets.";

    private static readonly ParsingOptions Options = new();

    protected override string FileName => "articles.json";

    protected override byte[] ValidFile => Utf8($$"""{"articles":[{"id":"a","title":"Café owners back the plan","text":"{{Prose}}","published":"2023-11-17"},{"id":"b","text":"{{Prose}}"}]}""");

    protected override byte[] MisdeclaredFile => [0xFF, 0xFE, .. ValidFile];

    protected override IArticleReader CreateReader() => new JsonArticleReader(new ArticleAssembler(new LanguageIdentifier()), Options);

    [Theory]
    [InlineData("{\"a\": 1}", true)]
    [InlineData(" \n\t[ {\"a\": 1}]", true)]
    [InlineData("[]", true)]
    [InlineData("{}", true)]
    [InlineData("[[{\"a\":1}]]", true)]
    [InlineData("{\"title\": \"cut sho", true)]
    [InlineData("{Editor's note} The council met on Friday.", false)]
    [InlineData("[AP] The council met on Friday.", false)]
    [InlineData("{\"Quoted\" words open this report.", false)]
    [InlineData("[1, 2, 3]", false)]
    [InlineData("\"text\"", false)]
    [InlineData("<rss/>", false)]
    public void CanRead_Start_TellsJsonFromProse(string text, bool expected) =>
        Assert.Equal(expected, CreateReader().CanRead(new SourceFile("a.txt", Utf8(text))));

    [Fact]
    public void Read_Utf16_GivesTheSame()
    {
        var utf8 = ItemIds(Read(ValidFile));

        Assert.Equal(utf8, ItemIds(Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(ValidFile))])));
        Assert.Equal(utf8, ItemIds(Read(Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(ValidFile)))));
        Assert.Equal(utf8, ItemIds(Read([0xEF, 0xBB, 0xBF, .. ValidFile])));
        Assert.True(CreateReader().CanRead(new SourceFile("a", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(ValidFile)))));
    }

    [Fact]
    public void Read_SingleObject_IsTheFilesArticle()
    {
        var item = Assert.Single(Read(Utf8($$"""{"id":5,"headline":"Plan backed","articleBody":"{{Prose}}"}""")));

        Assert.Null(item.ItemId);
        Assert.Equal("Plan backed", item.Article?.Title);
    }

    [Theory]
    [InlineData("""{"response":{"results":[{"id":"a","title":"T","text":"PROSE"}]}}""")]
    [InlineData("""{"hits":{"hits":[{"_id":"a","_source":{"title":"T","text":"PROSE"}}]}}""")]
    [InlineData("""{"articles":{"results":[{"uri":"a","title":"T","body":"PROSE"}]}}""")]
    [InlineData("""{"data":[{"article_id":"a","Title":"T","Full_Text":"PROSE"}],"related":[{"title":"x","text":"PROSE"}]}""")]
    [InlineData("""{"content":[{"id":"a","title":"T","description":"PROSE"}],"pageable":{}}""")]
    [InlineData("""{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","@id":"a","headline":"T","articleBody":"PROSE"}}]}""")]
    [InlineData("""[{"guid":{"rendered":"a"},"title":{"rendered":"T"},"content":{"rendered":"<p>PROSE</p>"}}]""")]
    [InlineData("""[{"id":"a","headline":{"main":"T"},"content_elements":[{"type":"text","content":"<b>PROSE</b>"},{"type":"image","url":"x"}]}]""")]
    [InlineData("""[{"id":"a","title":"T","paragraphs":["PROSE"]}]""")]
    [InlineData("""[{"id":"a","title":"T","body":"&lt;p&gt;PROSE&lt;/p&gt;"}]""")]
    [InlineData("""[{"id":"a","id":"a","title":"S","title":"T","text":"PROSE"}]""")]
    [InlineData("""[{"id":"a","title":"T","text":"T\n\nPROSE"},]""")]
    public void Read_ShapesOfList_FindsTheArticle(string shape)
    {
        var item = Assert.Single(Read(Utf8(shape.Replace("PROSE", Prose, StringComparison.Ordinal))));

        Assert.Equal("a", item.ItemId);
        Assert.Equal("T", item.Article?.Title);
        Assert.Equal(Prose, item.Article?.Text);
    }

    [Fact]
    public void Read_BadItemInList_LeavesTheOthers()
    {
        var items = Read(Utf8($$"""{"articles":[{{"\n"}}{"id":"a","text":"{{Prose}}"},{{"\n"}}{"id":"b","text":,},{{"\n"}}{"id":"c","text":"{{Prose}}"}]}"""));

        Assert.Equal(["a", items[1].ItemId, "c"], ItemIds(items));
        Assert.Equal(RejectionReason.Malformed, items[1].Rejection?.Reason);
        Assert.Contains("Line 3", items[1].Rejection!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutShort_KeepsWholeItems()
    {
        var items = Read(Utf8($$"""[{"id":"a","text":"{{Prose}}"},{"id":"b","text":"{{Prose}}"},{"id":"c","te"""));

        Assert.Equal(["a", "b"], items.Where(item => item.Article is not null).Select(item => item.ItemId));
        Assert.Equal(3, items.Count);
    }

    [Fact]
    public void Read_ItemInsertedInFront_LeavesIdsOfTheOthers()
    {
        var before = Read(Utf8($$"""[{"title":"One","text":"{{Prose}}"}]"""));
        var after = Read(Utf8($$"""[{"title":"New","text":"{{Prose}}"},{"title":"One","text":"{{Prose}}"}]"""));

        Assert.Equal(before[0].ItemId, after[1].ItemId);
    }

    [Fact]
    public void Read_NestedTooDeep_SaysSo()
    {
        var text = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));

        Assert.Equal(RejectionReason.TooDeep, Read(Utf8(text))[0].Rejection?.Reason);
    }

    [Fact]
    public void Read_MoreItemsThanTheLimit_RejectsAsTooMany()
    {
        var reader = new JsonArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions { MaxItems = 2 });

        var items = reader.Read(new SourceFile("a.json", Utf8("""[{"text":"a"},{"text":"b"},{"text":"c"}]""")), TestContext.Current.CancellationToken);

        Assert.Equal(RejectionReason.TooMany, Assert.Single(items).Rejection?.Reason);
    }

    [Fact]
    public void Read_HalfSurrogateInNameOfMember_ReadsTheRest()
    {
        var items = Read(Utf8("""{"\ud83d":1,"title":"Plan","text":"The council met on Friday and voted for the plan.","author":{"\ud83d":1,"name":"Jane Doe"}}"""));

        Assert.Equal("Plan", Assert.Single(items).Article?.Title);
    }

    [Fact]
    public void Read_HalfSurrogateInEscape_ReadsTheRest()
    {
        var article = Read(Utf8($$"""{"title":"Cut \ud83d","text":"{{Prose}} \ud83d\ude00 \udc00 \\ud800 \"end\" \u00e9."}"""))[0].Article!;

        Assert.Equal("Cut \uFFFD", article.Title);
        Assert.EndsWith("😀 \uFFFD \\ud800 \"end\" é.", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1700217125", "2023-11-17")]
    [InlineData("1700217125000", "2023-11-17")]
    [InlineData("\"20231117T103000Z\"", "2023-11-17")]
    [InlineData("\"yesterday\"", null)]
    [InlineData("null", null)]
    [InlineData("true", null)]
    public void Read_FormsOfDate_ReadsTheDay(string value, string? expected)
    {
        var article = Read(Utf8($$"""{"text":"{{Prose}}","title":"T","published":{{value}}}"""))[0].Article!;

        Assert.Equal(expected, article.Published?.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"Jane Doe and John Roe\"", "Jane Doe|John Roe")]
    [InlineData("[\"Jane Doe\",\"John Roe\",\"jane doe\"]", "Jane Doe|John Roe")]
    [InlineData("[{\"name\":\"Jane Doe\"},{\"first_name\":\"John\",\"last_name\":\"Roe\"}]", "Jane Doe|John Roe")]
    [InlineData("\"https://social.example/jane\"", "")]
    [InlineData("17", "")]
    [InlineData("\"By Jane Doe, Staff Writer\"", "Jane Doe")]
    public void Read_FormsOfAuthor_ReadsTheNames(string value, string expected)
    {
        var article = Read(Utf8($$"""{"text":"{{Prose}}","author":{{value}}}"""))[0].Article!;

        Assert.Equal(expected, string.Join('|', article.Authors));
    }

    [Fact]
    public void Read_MarkOfCut_IsTakenOffAndGivesWayToTheWholeText()
    {
        var cut = Read(Utf8($$"""{"title":"T","content":"{{Prose}} And then… [+123 chars]"}"""))[0].Article!;
        var whole = Read(Utf8($$"""{"title":"T","content":"{{Prose}} [+123 chars]","text":"{{Prose}} It is whole."}"""))[0].Article!;

        Assert.Equal(Prose + " And then…", cut.Text);
        Assert.Equal(Prose + " It is whole.", whole.Text);
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("stat:withheld")]
    public void Read_WithdrawnStatus_RejectsAsWithdrawn(string status) =>
        Assert.Equal(RejectionReason.Withdrawn, Read(Utf8($$"""{"headline":"T","body_text":"{{Prose}}","pubstatus":"{{status}}"}"""))[0].Rejection?.Reason);

    [Fact]
    public void Read_TitleWithTextOfFewWords_IsArticle()
    {
        var article = Read(Utf8("""{ "title": "Smaller Jails Struggle With Surge in Inmates", "summary": "Jails overwhelmed with hardened criminals" }"""))[0].Article;

        Assert.Equal("Jails overwhelmed with hardened criminals", article?.Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[1,2]")]
    [InlineData("[null,{}]")]
    [InlineData("{\"articles\":[]}")]
    public void Read_NoArticle_RejectsAsNoParagraphs(string text) =>
        Assert.All(Read(Utf8(text)), item => Assert.Equal(RejectionReason.NoParagraphs, item.Rejection?.Reason));

    [Theory]
    [InlineData("{\"a\":1 \0}")]
    [InlineData("{\"a\":")]
    [InlineData("{\"text\":\"no end")]
    public void Read_Broken_RejectsAsMalformedWithItsLine(string text)
    {
        var rejection = Assert.Single(Read(Utf8(text))).Rejection;

        Assert.Equal(RejectionReason.Malformed, rejection?.Reason);
        Assert.Contains("Line 1", rejection!.Detail, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> ItemIds(IReadOnlyList<ParsedItem> items) => items.Select(item => item.ItemId);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
