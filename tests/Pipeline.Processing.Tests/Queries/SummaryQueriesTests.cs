using Pipeline.Processing.Feeds;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class SummaryQueriesTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_TaggedArticle_HasSummaryIssuesAndActors()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);

        var summary = (await _pipeline.Summaries.GetAsync(ArticleIds.ForFile("trade.txt"), null, null, Token)).Value!;

        Assert.Equal("Trade talks resume", summary.Title);
        Assert.Equal(new DateOnly(2024, 5, 2), summary.Published);
        Assert.Equal(3, summary.Summary.Count);
        Assert.Equal(summary.Summary.OrderBy(sentence => sentence.Start), summary.Summary);
        Assert.Contains(summary.Issues, issue => issue is { Id: "trade", Label.Length: > 0, Medtop: not null });
        Assert.Contains(summary.Actors!, actor => actor.Name == "China");
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("4", 4)]
    [InlineData("10", 4)] // The article has four sentences.
    public async Task GetAsync_Sentences_SetsTheLength(string sentences, int expected)
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);

        var summary = (await _pipeline.Summaries.GetAsync(ArticleIds.ForFile("trade.txt"), sentences, null, Token)).Value!;

        Assert.Equal(expected, summary.Summary.Count);
    }

    [Theory]
    [InlineData("Trade talks resume\n\nMinisters met in Geneva. They spoke of steel.", null, SummaryKind.Whole)]
    [InlineData("Trade talks resume\n\nMinisters met in Geneva. They spoke of steel.", "1", SummaryKind.Lead)]
    [InlineData(TestPipeline.TradeText, null, SummaryKind.Extract)]
    [InlineData("# Trade talks resume\n\n- The minister of Norway\n- The minister of France\n- The minister of Japan\n- The minister of Brazil\n", "3", SummaryKind.Lead)]
    public async Task GetAsync_Summary_SaysOfWhichKindItIs(string text, string? sentences, SummaryKind kind)
    {
        await _pipeline.DropAsync("a.md", text);

        Assert.Equal(kind, (await _pipeline.Summaries.GetAsync(ArticleIds.ForFile("a.md"), sentences, null, Token)).Value!.SummaryKind);
    }

    [Fact]
    public async Task ListAsync_Summaries_SayOfWhichKindTheyAre()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);

        Assert.Equal(SummaryKind.Extract, Assert.Single((await _pipeline.Summaries.ListAsync(new SummaryListParameters(), Token)).Value!.Items).SummaryKind);
    }

    [Fact]
    public async Task GetAsync_Explain_GivesScoresAndFeatures()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        var id = ArticleIds.ForFile("trade.txt");

        var plain = (await _pipeline.Summaries.GetAsync(id, "2", null, Token)).Value!;
        var explained = (await _pipeline.Summaries.GetAsync(id, "2", "true", Token)).Value!;

        Assert.Equal(plain.Summary.Select(sentence => sentence.Text), explained.Summary.Select(sentence => sentence.Text));
        Assert.All(plain.Summary, sentence => Assert.Null(sentence.Features));
        Assert.All(explained.Summary, sentence => Assert.NotEmpty(sentence.Features!));
        Assert.Equal(QueryProblemKind.InvalidParameter, (await _pipeline.Summaries.GetAsync(id, null, "yes", Token)).Problem!.Kind);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("٣")]
    [InlineData("99999999999999999999")]
    public async Task GetAsync_SentencesOutOfRange_IsAnInvalidParameter(string sentences)
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);

        var result = await _pipeline.Summaries.GetAsync(ArticleIds.ForFile("trade.txt"), sentences, null, Token);

        Assert.Equal(QueryProblemKind.InvalidParameter, result.Problem!.Kind);
    }

    [Fact]
    public async Task GetAsync_ArticleInEachOtherState_SaysSo()
    {
        _pipeline.Storage.Sources.Put("pending.txt", TestPipeline.TradeText);
        await _pipeline.ParseAsync("pending.txt");
        _pipeline.Storage.Queues.TagIssues.Clear();
        await _pipeline.DropAsync("rejected.txt", "");
        await _pipeline.DropAsync("deleted.txt", TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove("deleted.txt");
        await _pipeline.ParseAsync("deleted.txt");
        await _pipeline.DrainAsync();

        Assert.Equal(QueryProblemKind.Pending, await KindOfAsync(ArticleIds.ForFile("pending.txt")));
        Assert.Equal(QueryProblemKind.Rejected, await KindOfAsync(ArticleIds.ForFile("rejected.txt")));
        Assert.Equal(QueryProblemKind.Deleted, await KindOfAsync(ArticleIds.ForFile("deleted.txt")));
        Assert.Equal(QueryProblemKind.NotFound, await KindOfAsync(ArticleIds.ForFile("unknown.txt")));
        Assert.Equal(QueryProblemKind.NotFound, await KindOfAsync("../' or 1 eq 1"));
    }

    [Fact]
    public async Task ListAsync_PageByPage_ShowsEachArticleOnceNewestFirst()
    {
        for (var day = 1; day <= 28; day++)
        {
            await _pipeline.DropAsync($"{day}.txt", TestPipeline.TradeText.Replace("2024-05-02", $"2024-0{1 + (day % 3)}-{day:D2}", StringComparison.Ordinal));
        }

        var items = await AllPagesAsync(new SummaryListParameters { Issues = ["trade"], Limit = "5" });

        Assert.Equal(28, items.Select(item => item.Id).Distinct().Count());
        Assert.Equal(28, items.Count);
        Assert.Equal(items.OrderByDescending(item => item.Published), items);
        Assert.All(items, item => Assert.InRange(item.Score!.Value, 0.01, 1));
    }

    [Theory]
    [InlineData("2024-05-02", null, null, 1)]
    [InlineData("2024-05-01", null, null, 0)]
    [InlineData(null, "2024-05-02", "2024-06-03", 2)]
    [InlineData(null, "2024-05-03", null, 1)]
    [InlineData(null, null, "2024-05-02", 1)]
    [InlineData(null, null, "9999-12-31", 2)]
    public async Task ListAsync_Range_HasTheDaysOfIt(string? date, string? from, string? to, int expected)
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("climate.txt", TestPipeline.ClimateText);

        var items = await AllPagesAsync(new SummaryListParameters { Date = date, From = from, To = to });

        Assert.Equal(expected, items.Count);
    }

    [Theory]
    [InlineData("2024-5-2", null, null, null, null)]
    [InlineData("02.05.2024", null, null, null, null)]
    [InlineData("2024-02-30", null, null, null, null)]
    [InlineData("", null, null, null, null)]
    [InlineData("2024-05-02", "2024-05-02", null, null, null)]
    [InlineData(null, "2024-05-03", "2024-05-02", null, null)]
    [InlineData(null, null, "yesterday", null, null)]
    [InlineData(null, null, null, "no-such-issue", null)]
    [InlineData(null, null, null, "trade' or PartitionKey ne '", null)]
    [InlineData(null, null, null, null, "0")]
    [InlineData(null, null, null, null, "101")]
    [InlineData(null, null, null, null, "ten")]
    public async Task ListAsync_BadParameter_IsNamed(string? date, string? from, string? to, string? issue, string? limit)
    {
        var result = await _pipeline.Summaries.ListAsync(new SummaryListParameters { Date = date, From = from, To = to, Issues = issue is null ? [] : [issue], Limit = limit }, Token);

        Assert.Equal(QueryProblemKind.InvalidParameter, result.Problem!.Kind);
        Assert.Matches("'(date|from|to|issue|limit)'", result.Problem.Detail);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task ListAsync_MadeUpCursor_IsRefused(string cursor)
    {
        var result = await _pipeline.Summaries.ListAsync(new SummaryListParameters { Cursor = cursor }, Token);

        Assert.Equal(QueryProblemKind.InvalidCursor, result.Problem!.Kind);
    }

    [Fact]
    public async Task ListAsync_DamagedCursor_IsRefused()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText);
        var cursor = (await _pipeline.Summaries.ListAsync(new SummaryListParameters { Limit = "1" }, Token)).Value!.Next!;

        // The last character has bits to spare.
        for (var i = 0; i < cursor.Length - 1; i++)
        {
            var damaged = $"{cursor[..i]}{(cursor[i] == 'A' ? 'B' : 'A')}{cursor[(i + 1)..]}";
            var answer = await _pipeline.Summaries.ListAsync(new SummaryListParameters { Cursor = damaged, Limit = "1" }, Token);
            Assert.Equal(QueryProblemKind.InvalidCursor, answer.Problem?.Kind);
        }
    }

    [Fact]
    public async Task ListAsync_CursorOfAFeed_IsRefused()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText);
        var feeds = new FeedQueries(_pipeline.Summaries, _pipeline.Taxonomies);
        var cursor = (await feeds.GetAsync("trade", cursor: null, "1", Token)).Value!.Next;

        Assert.NotNull((await feeds.GetAsync("trade", cursor, "1", Token)).Value);
        var answer = await _pipeline.Summaries.ListAsync(new SummaryListParameters { Issues = ["trade"], Cursor = cursor, Limit = "1" }, Token);
        Assert.Equal(QueryProblemKind.InvalidCursor, answer.Problem?.Kind);
    }

    [Fact]
    public async Task ListAsync_CursorOfAnotherFilter_IsRefused()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText);
        var first = (await _pipeline.Summaries.ListAsync(new SummaryListParameters { Issues = ["trade"], Limit = "1" }, Token)).Value!;

        var other = await _pipeline.Summaries.ListAsync(new SummaryListParameters { Cursor = first.Next, Limit = "1" }, Token);
        var range = await _pipeline.Summaries.ListAsync(new SummaryListParameters { From = "2020-01-01", Issues = ["trade"], Cursor = first.Next, Limit = "1" }, Token);
        var same = await _pipeline.Summaries.ListAsync(new SummaryListParameters { Issues = ["trade"], Cursor = first.Next, Limit = "7" }, Token);

        Assert.Equal(QueryProblemKind.InvalidCursor, other.Problem!.Kind);
        Assert.Equal(QueryProblemKind.InvalidCursor, range.Problem!.Kind);
        Assert.Single(same.Value!.Items);
    }

    [Fact]
    public async Task ListAsync_ArticleThatArrivesBetweenPages_NeitherRepeatsNorHides()
    {
        for (var day = 10; day < 20; day++)
        {
            await _pipeline.DropAsync($"{day}.txt", TestPipeline.TradeText.Replace("2024-05-02", $"2024-05-{day}", StringComparison.Ordinal));
        }

        var first = (await _pipeline.Summaries.ListAsync(new SummaryListParameters { Limit = "5" }, Token)).Value!;
        await _pipeline.DropAsync("new.txt", TestPipeline.TradeText.Replace("2024-05-02", "2024-05-30", StringComparison.Ordinal));
        var second = (await _pipeline.Summaries.ListAsync(new SummaryListParameters { Cursor = first.Next, Limit = "5" }, Token)).Value!;

        Assert.Equal(10, first.Items.Concat(second.Items).Select(item => item.Blob).Distinct().Count(blob => blob != "new.txt"));
        Assert.Null(second.Next);
    }

    private async Task<QueryProblemKind> KindOfAsync(string articleId) =>
        (await _pipeline.Summaries.GetAsync(articleId, null, null, Token)).Problem!.Kind;

    private async Task<List<SummaryResponse>> AllPagesAsync(SummaryListParameters parameters)
    {
        var items = new List<SummaryResponse>();
        string? cursor = null;
        do
        {
            var page = (await _pipeline.Summaries.ListAsync(parameters with { Cursor = cursor }, Token)).Value!;
            items.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        return items;
    }
}
