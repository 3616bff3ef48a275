using System.Text.Json.Nodes;
using System.Xml.Linq;
using Pipeline.Processing.Addresses;
using Pipeline.Processing.Feeds;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Testing;
using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Processing.Tests.Feeds;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly ApiAddress Address = new("https://news.example/api/", "issues/trade/feed.atom", [KeyValuePair.Create("limit", "1")]);

    private static readonly SummaryResponse Article = new()
    {
        Id = "a1",
        Blob = "a.txt",
        Title = "Talks & \u0001<tariffs>\uD800",
        Published = new DateOnly(2024, 5, 2),
        FirstSeen = new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero),
        Source = "Newswire",
        Language = "en",
        Summary = [new SummarySentence("One 😀.", 0, 4), new SummarySentence("Two.", 5, 4)],
        Issues = [new IssueResponse("trade", "Trade", 0.8, null, null), new IssueResponse("gone", null, 0.3, null, null)],
    };

    private static readonly Feed Feed = new() { IssueId = "trade", IssueLabel = "Trade", Articles = [Article], Next = "c2" };

    [Fact]
    public void Write_Atom_HasWhatTheFormatAsksFor()
    {
        var feed = Read(AtomFeedWriter.Write(Feed, Address));
        var entry = feed.Element(Atom + "entry")!;

        Assert.Equal("urn:news-issue-pipeline:feed:trade", (string?)feed.Element(Atom + "id"));
        Assert.Equal("News: Trade", (string?)feed.Element(Atom + "title"));
        Assert.Equal("2024-07-01T12:00:00Z", (string?)feed.Element(Atom + "updated"));
        Assert.Equal("https://news.example/api/issues/trade/feed.atom?limit=1", Link(feed, "self"));
        Assert.Equal("https://news.example/api/summaries?issue=trade", Link(feed, "alternate"));
        Assert.Equal("https://news.example/api/issues/trade/feed.atom?limit=1&cursor=c2", Link(feed, "next"));
        Assert.NotNull(feed.Element(Atom + "author"));

        Assert.Equal("urn:news-issue-pipeline:article:a1", (string?)entry.Element(Atom + "id"));
        Assert.Equal("Talks & <tariffs>", (string?)entry.Element(Atom + "title"));
        Assert.Equal("2024-07-01T12:00:00Z", (string?)entry.Element(Atom + "updated"));
        Assert.Equal("2024-05-02T00:00:00Z", (string?)entry.Element(Atom + "published"));
        Assert.Equal("https://news.example/api/summaries/a1", Link(entry, "alternate"));
        Assert.Equal("Newswire", (string?)entry.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal("One 😀. Two.", (string?)entry.Element(Atom + "summary"));
        Assert.Equal(
            ["trade Trade urn:news-issue-pipeline:issue", "gone  urn:news-issue-pipeline:issue"],
            entry.Elements(Atom + "category").Select(category => $"{(string?)category.Attribute("term")} {(string?)category.Attribute("label")} {(string?)category.Attribute("scheme")}"));
    }

    [Fact]
    public void Updated_SeveralArticles_IsTheNewestChange()
    {
        var changed = Article with { Updated = Article.FirstSeen.AddHours(3) };
        var feed = new Feed { Articles = [Article with { FirstSeen = Article.FirstSeen.AddHours(1) }, changed, Article] };

        Assert.Equal(changed.Updated, feed.Updated);
        Assert.Equal(Article.FirstSeen, Feed.UpdatedOf(Article));
        Assert.Equal("News", feed.Title);
    }

    [Fact]
    public void Write_AtomOfNothing_IsAFeedAllTheSame()
    {
        var feed = Read(AtomFeedWriter.Write(new Feed { Articles = [] }, Address));

        Assert.Equal("1970-01-01T00:00:00Z", (string?)feed.Element(Atom + "updated"));
        Assert.Equal("urn:news-issue-pipeline:feed", (string?)feed.Element(Atom + "id"));
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.DoesNotContain(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "next");
    }

    [Fact]
    public void Write_JsonFeed_HasWhatTheFormatAsksFor()
    {
        var feed = JsonNode.Parse(JsonFeedWriter.Write(Feed, Address))!;
        var item = feed["items"]![0]!;

        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.Equal("News: Trade", (string?)feed["title"]);
        Assert.Equal("https://news.example/api/issues/trade/feed.atom?limit=1&cursor=c2", (string?)feed["next_url"]);
        Assert.Equal("urn:news-issue-pipeline:article:a1", (string?)item["id"]);
        Assert.Equal("One 😀. Two.", (string?)item["content_text"]);
        Assert.Equal("2024-05-02T00:00:00+00:00", (string?)item["date_published"]);
        Assert.Equal("Newswire", (string?)item["authors"]![0]!["name"]);
        Assert.Equal(["Trade", "gone"], item["tags"]!.AsArray().Select(tag => (string?)tag));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("as it is\t\r\n", "as it is\t\r\n")]
    [InlineData("a\0b\u000Bc\u001F", "abc")]
    [InlineData("\uFFFE\uFFFFx", "x")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    public void Clean_Text_LosesWhatXmlLacks(string text, string expected)
    {
        Assert.Equal(expected, XmlCharacters.Clean(text));
    }

    // Not as data of a theory: attributes keep text as UTF-8, which has no half pairs.
    [Fact]
    public void Clean_HalfPairs_LosesThem()
    {
        Assert.Equal("a", XmlCharacters.Clean("a\uD83D"));
        Assert.Equal("a", XmlCharacters.Clean("\uDE00\uD83Da"));
    }

    [Fact]
    public async Task Get_IssueOfTheTaxonomy_HasItsArticlesAlone()
    {
        var pipeline = new TestPipeline();
        await pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await pipeline.DropAsync("climate.txt", TestPipeline.ClimateText);
        var feeds = new FeedQueries(pipeline.Summaries, pipeline.Taxonomies);

        var all = await feeds.GetAsync(null, null, null, TestContext.Current.CancellationToken);
        var trade = await feeds.GetAsync("trade", null, null, TestContext.Current.CancellationToken);
        var none = await feeds.GetAsync("nonsense", null, null, TestContext.Current.CancellationToken);
        var wrong = await feeds.GetAsync("trade", "forged", null, TestContext.Current.CancellationToken);

        Assert.Equal(2, all.Value!.Articles.Count);
        Assert.Equal(["Trade talks resume"], trade.Value!.Articles.Select(article => article.Title));
        Assert.Equal(QueryProblemKind.NotFound, none.Problem!.Kind);
        Assert.Equal(QueryProblemKind.InvalidCursor, wrong.Problem!.Kind);
    }

    private static XElement Read(byte[] xml)
    {
        using var stream = new MemoryStream(xml);
        return XDocument.Load(stream).Root!;
    }

    private static string? Link(XElement parent, string relation) =>
        (string?)parent.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == relation).Attribute("href");
}
