using System.Globalization;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Digests;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Pipeline.Text;
using Pipeline.Text.Summarization.Digests;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class DigestQueriesTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetIssueAsync_Articles_GivesSentencesThatNameThem()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("climate.txt", TestPipeline.ClimateText);

        var digest = (await _pipeline.Digests.GetIssueAsync("trade", null, null, null, "2", Token)).Value!;

        Assert.Equal("trade", digest.Issue.Id);
        Assert.Equal(1, digest.Articles);
        Assert.Equal(2, digest.Sentences.Count);
        var text = (await _pipeline.Articles.GetTextAsync(ArticleIds.ForFile("trade.txt"), Token)).Value!.Text;
        Assert.All(digest.Sentences, sentence =>
        {
            Assert.Equal(ArticleIds.ForFile("trade.txt"), sentence.Article);
            Assert.Equal("Trade talks resume", sentence.Title);
            Assert.Equal(new DateOnly(2024, 5, 2), sentence.Date);
            Assert.Equal(sentence.Text, text.Substring(sentence.Start, sentence.Length));
        });
        Assert.Equal(string.Join(' ', digest.Sentences.Select(sentence => sentence.Text)), digest.Text);
    }

    [Fact]
    public async Task GetIssueAsync_SameArticleTwice_CountsOnce()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("copy.txt", TestPipeline.TradeText);

        var digest = (await _pipeline.Digests.GetIssueAsync("trade", null, null, null, null, Token)).Value!;

        Assert.Equal((2, 1, 1), (digest.Articles, digest.Duplicates, digest.Stories));
        Assert.Equal(digest.Sentences.DistinctBy(sentence => sentence.Text), digest.Sentences);
        Assert.All(digest.Sentences, sentence => Assert.Single(sentence.AlsoIn!));
    }

    [Fact]
    public async Task GetRangeAsync_RepeatWithRowsOfSeveralDates_IsOneArticle()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("copy.txt", TestPipeline.TradeText);
        var id = ArticleIds.ForFile("copy.txt");
        var entry = _pipeline.Storage.Index.Rows.Values.First(entry => entry.ArticleId == id && entry.Candidates.Count > 0);
        foreach (var hours in new[] { 1, 2 })
        {
            var moved = InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, IndexListing.All, new IndexPosition(new DateTime(2024, 5, 2, hours, 0, 0, DateTimeKind.Utc), id));
            _pipeline.Storage.Index.Force(moved, entry with { Rev = entry.Rev + hours });
        }

        var digest = (await _pipeline.Digests.GetRangeAsync(null, null, null, Token)).Value!;

        Assert.Equal((2, 1, 1), (digest.Articles, digest.Duplicates, digest.Stories));
    }

    [Theory]
    [InlineData("2024-05-01", "2024-05-03", 1)]
    [InlineData("2024-05-02", "2024-05-02", 1)]
    [InlineData("2024-05-03", null, 0)]
    [InlineData(null, "2024-05-01", 0)]
    public async Task GetIssueAsync_Range_TakesItsDaysAlone(string? from, string? to, int articles)
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);

        var digest = (await _pipeline.Digests.GetIssueAsync("trade", from, to, null, null, Token)).Value!;

        Assert.Equal(articles, digest.Articles);
        Assert.Equal(articles == 0, digest.Sentences.Count == 0);
    }

    [Theory]
    [InlineData("trade", null, null, "0", QueryProblemKind.InvalidParameter)]
    [InlineData("trade", null, null, "-1", QueryProblemKind.InvalidParameter)]
    [InlineData("trade", null, null, "1e9", QueryProblemKind.InvalidParameter)]
    [InlineData("trade", null, null, "31", QueryProblemKind.InvalidParameter)]
    [InlineData("trade", "2024-05-32", null, null, QueryProblemKind.InvalidParameter)]
    [InlineData("trade", null, "today", null, QueryProblemKind.InvalidParameter)]
    [InlineData("trade", "2024-05-02", "2024-05-01", null, QueryProblemKind.InvalidParameter)]
    [InlineData("no-such-issue", null, null, null, QueryProblemKind.NotFound)]
    [InlineData("", null, null, null, QueryProblemKind.NotFound)]
    public async Task GetIssueAsync_BadParameter_IsRefused(string issue, string? from, string? to, string? sentences, QueryProblemKind kind) =>
        Assert.Equal(kind, (await _pipeline.Digests.GetIssueAsync(issue, from, to, null, sentences, Token)).Problem!.Kind);

    [Fact]
    public async Task GetDayAsync_Day_GivesItsLeadingIssuesWithSentences()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("climate.txt", TestPipeline.ClimateText);

        var day = (await _pipeline.Digests.GetDayAsync("2024-05-02", null, Token)).Value!;

        Assert.Equal(new DateOnly(2024, 5, 2), day.Date);
        Assert.Equal(1, day.Articles);
        var trade = Assert.Single(day.Issues, issue => issue.Issue.Id == "trade");
        Assert.Equal(1, trade.Articles);
        Assert.NotEmpty(trade.Sentences);
        Assert.Equal(ArticleIds.ForFile("trade.txt"), Assert.Single(trade.Leading).Id);
        Assert.DoesNotContain(day.Issues, issue => issue.Issue.Id.StartsWith("climate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetDayAsync_ReprintOfAnArticle_StandsUnderNoIssueAgain()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("reprint.txt", TestPipeline.TradeText.Replace("Trade talks resume", "Talks on trade go on", StringComparison.Ordinal));

        var day = (await _pipeline.Digests.GetDayAsync("2024-05-02", null, Token)).Value!;

        Assert.Equal((2, 1), (day.Articles, day.Duplicates));
        Assert.NotEmpty(day.Issues);
        Assert.All(day.Issues, issue => Assert.Single(issue.Leading));
    }

    [Fact]
    public async Task GetDayAsync_ArticleWithoutADate_IsShownWithoutOne()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText.Replace("date 2024-05-02 ", "", StringComparison.Ordinal));
        var seen = (await _pipeline.Summaries.GetAsync(ArticleIds.ForFile("trade.txt"), null, null, Token)).Value!.FirstSeen;

        var day = (await _pipeline.Digests.GetDayAsync(seen.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, Token)).Value!;

        Assert.NotEmpty(day.Sentences);
        Assert.All(day.Sentences, sentence => Assert.Null(sentence.Date));
    }

    [Fact]
    public async Task GetDayAsync_DayWithoutArticles_IsEmpty()
    {
        var day = (await _pipeline.Digests.GetDayAsync("2024-05-03", null, Token)).Value!;

        Assert.Equal(0, day.Articles);
        Assert.Empty(day.Sentences);
        Assert.Empty(day.Issues);
    }

    [Theory]
    [InlineData("2024-5-2")]
    [InlineData("yesterday")]
    [InlineData("2024-02-30")]
    public async Task GetDayAsync_NoDay_IsRefused(string date) =>
        Assert.Equal(QueryProblemKind.InvalidParameter, (await _pipeline.Digests.GetDayAsync(date, null, Token)).Problem!.Kind);

    [Fact]
    public async Task GetRangeAsync_Range_GivesAllNewsOfIt()
    {
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("climate.txt", TestPipeline.ClimateText);

        var both = (await _pipeline.Digests.GetRangeAsync("2024-05-02", "2024-06-03", null, Token)).Value!;
        var late = (await _pipeline.Digests.GetRangeAsync("2024-05-03", null, null, Token)).Value!;

        Assert.Equal((new DateOnly(2024, 5, 2), new DateOnly(2024, 6, 3), null), (both.From, both.To, both.Date));
        Assert.Equal((2, 1), (both.Articles, late.Articles));
        Assert.Contains(both.Issues, issue => issue.Issue.Id == "trade");
        Assert.DoesNotContain(late.Issues, issue => issue.Issue.Id == "trade");
        Assert.Equal(ArticleIds.ForFile("climate.txt"), Assert.Single(late.Sentences.Select(sentence => sentence.Article).Distinct()));
    }

    [Fact]
    public async Task GetRangeAsync_TurnedRange_IsRefused() =>
        Assert.Equal(QueryProblemKind.InvalidParameter, (await _pipeline.Digests.GetRangeAsync("2024-05-03", "2024-05-02", null, Token)).Problem!.Kind);

    [Fact]
    public async Task GetIssueAsync_OnePageOfArticles_IsOneCall()
    {
        await AddAsync(500, new DateOnly(2024, 1, 1), days: 100);
        _pipeline.Storage.Operations.Clear();

        var digest = (await _pipeline.Digests.GetIssueAsync("trade", "2024-01-01", "2024-12-31", null, null, Token)).Value!;

        Assert.Equal(500, digest.Articles);
        Assert.Null(digest.Sampled);
        Assert.Single(_pipeline.Storage.Operations, operation => operation == "Index.Read");
    }

    [Fact]
    public async Task GetIssueAsync_MoreThanADigestReads_SaysSoAndSamplesTheWholeRange()
    {
        await AddAsync(20_000, new DateOnly(2024, 1, 1), days: 200);
        _pipeline.Storage.Operations.Clear();

        var rows = await new DigestRows(_pipeline.Storage.Index, _pipeline.Storage.Stats).ReadAsync(
            new IndexQuery(IndexListing.Issue("trade"), new DateTime(2024, 1, 1), new DateTime(2024, 12, 31)), Token);

        Assert.True(rows.Sampled);
        Assert.InRange(rows.Rows.Count, DigestRows.MaxRows / 2, DigestRows.MaxRows);
        Assert.Equal(rows.Rows.Count, rows.Rows.DistinctBy(row => row.Key).Count());
        Assert.InRange(_pipeline.Storage.Operations.Count(operation => operation == "Index.Read"), 2, DigestRows.MaxParts + 1);
        var months = rows.Rows.CountBy(row => row.Entry.Published!.Value.Day.Month).ToDictionary();
        Assert.All(Enumerable.Range(1, 6), month => Assert.InRange(months[month], 500, 3_000));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2024-01-01")]
    public async Task ReadAsync_MostOfTheRangeInItsLastDays_SamplesByArticlesAndReachesTheOldest(string? from)
    {
        await AddAsync(1_000, new DateOnly(2024, 1, 1), days: 200);
        await AddAsync(12_000, new DateOnly(2024, 7, 19), days: 12, skip: 1_000);
        await CountAsync();
        _pipeline.Storage.Operations.Clear();

        var (rows, sampled) = await new DigestRows(_pipeline.Storage.Index, _pipeline.Storage.Stats).ReadAsync(
            new IndexQuery(IndexListing.Issue("trade"), from is null ? null : DateTime.Parse(from, CultureInfo.InvariantCulture)), Token);

        Assert.True(sampled);
        Assert.Equal(rows.Count, rows.DistinctBy(row => row.Key).Count());
        Assert.InRange(_pipeline.Storage.Operations.Count(operation => operation == "Index.Read"), 2, DigestRows.MaxParts + 1);
        Assert.InRange(rows.Count(row => row.Entry.Published!.Value.Day < new DateOnly(2024, 7, 19)), 500, 1_000);
        Assert.True(rows.Select(row => row.Entry.Published!.Value.Day).Distinct().Count(day => day >= new DateOnly(2024, 7, 19)) >= 6);
        Assert.Contains(rows, row => row.Entry.Published!.Value.Day < new DateOnly(2024, 2, 1));
    }

    [Fact]
    public async Task ReadAsync_NoCountsAndNoStart_ReadsTheNewestTwoPages()
    {
        await AddAsync(3_000, new DateOnly(2024, 1, 1), days: 100);

        var (rows, sampled) = await new DigestRows(_pipeline.Storage.Index, _pipeline.Storage.Stats).ReadAsync(new IndexQuery(IndexListing.Issue("trade")), Token);

        Assert.True(sampled);
        Assert.Equal(2 * DigestRows.PageRows, rows.Count);
    }

    [Fact]
    public async Task GetIssueAsync_TwoPagesOnOneDay_ReadsEveryArticle()
    {
        await AddAsync(1_500, new DateOnly(2024, 1, 1), days: 1);

        var digest = (await _pipeline.Digests.GetIssueAsync("trade", "2024-01-01", "2024-01-01", null, null, Token)).Value!;

        Assert.Equal(1_500, digest.Articles);
        Assert.Null(digest.Sampled);
    }

    /// <summary>Adds rows to the listing of an issue, as many on each day.</summary>
    private async Task AddAsync(int count, DateOnly start, int days, int skip = 0)
    {
        for (var i = skip; i < skip + count; i++)
        {
            var published = new PublicationDate(start.AddDays((i - skip) * days / count));
            var text = $"Ministers number {i} of country {i % 97} agreed on tariff {i % 89} for port {i % 83}.";
            var entry = new IndexEntry
            {
                ArticleId = ArticleIds.ForFile($"{i}.txt"),
                Rev = 1,
                FirstSeen = DateTimeOffset.UnixEpoch,
                Published = published,
                BlobName = $"{i}.txt",
                Title = $"Tariff {i}",
                Candidates = [new DigestCandidate(text, 0, text.Length, 1)],
                Issues = [new IssueScore("trade", 0.9)],
            };
            await _pipeline.Storage.Index.TryPutAsync(new IndexRow(InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, IndexListing.Issue("trade"), new IndexPosition(entry.EffectiveDate.Time, entry.ArticleId)), entry), Token);
        }
    }

    /// <summary>Counts what is in the listing by days and months, as the recount does.</summary>
    private async Task CountAsync()
    {
        var listing = IndexListing.Issue("trade");
        IndexPosition? after = null;
        var days = new List<DateOnly>();
        do
        {
            var page = await _pipeline.Storage.Index.ReadAsync(new IndexQuery(listing), after, IIndexStore.MaxRows, Token);
            days.AddRange(page.Rows.Select(row => row.Entry.Published!.Value.Day));
            after = page.Next;
        }
        while (after is not null);

        foreach (var counts in days.CountBy(day => StatsKey.Day(listing, day)).Concat(days.CountBy(day => StatsKey.Month(listing, day))))
        {
            await _pipeline.Storage.Stats.TryWriteAsync(IndexGenerations.First, [new StatsWrite(counts.Key, StatsCounts.None with { Articles = counts.Value }, Tag: null)], Token);
        }
    }
}
