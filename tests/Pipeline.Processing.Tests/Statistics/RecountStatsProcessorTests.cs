using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Pipeline.Text;
using Xunit;

namespace Pipeline.Processing.Tests.Statistics;

public sealed class RecountStatsProcessorTests
{
    private static readonly DateOnly Day = Counting.Day;

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_ArticlesThatComeChangeAndGo_AreCountedAsTheyAre()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("2024-05-02", "2024-05-09", StringComparison.Ordinal));
        await _pipeline.DropAsync("c.txt", TestPipeline.ClimateText);
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal([("2024-05-01", 2L)], await _pipeline.TimelineAsync("trade", "month"));
        Assert.Equal([("2024-04-29", 1L), ("2024-05-06", 1L)], await _pipeline.TimelineAsync("trade", "week"));

        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText.Replace("2024-06-03", "2024-06-04", StringComparison.Ordinal));
        _pipeline.Storage.Sources.Remove("a.txt");
        await _pipeline.ParseAsync("a.txt");
        await _pipeline.DrainAsync();
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Empty(await _pipeline.TimelineAsync("trade", "month"));
        Assert.Equal([("2024-06-03", 1L), ("2024-06-04", 1L)], await _pipeline.TimelineAsync("climate-change", "day"));
        Assert.Equal([("2024-06-01", 2L)], await _pipeline.TimelineAsync(null, "month"));
        Assert.Empty(_pipeline.Storage.Dirty.Hours);
        Assert.Equal(0, (await _pipeline.Issues.ListAsync(null, Token)).Value!.Issues.Single(issue => issue.Id == "trade").Articles);
    }

    [Fact]
    public async Task ProcessAsync_SameArticleAgainAndAgain_CountsOnce()
    {
        for (var i = 0; i < 3; i++)
        {
            await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
            await _pipeline.RecountStats.ProcessAsync(Token);
        }

        Assert.Equal([("2024-05-01", 1L)], await _pipeline.TimelineAsync("trade", "month"));
    }

    [Fact]
    public async Task ProcessAsync_RejectedFile_IsCountedInItsState()
    {
        await _pipeline.DropAsync("empty.txt", "");
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Equal(1, (await _pipeline.Storage.Stats.ReadRowAsync(0, StatsKey.Number(IndexListing.State(ArticleState.Rejected), day: null), Token))!.Value.Articles);
    }

    [Fact]
    public async Task ProcessAsync_TwoDaysOfAMonth_AddUpInTheTotalAndTheWeek()
    {
        await _pipeline.PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        await _pipeline.PutAsync(2, Day.AddDays(1).ToDateTime(new TimeOnly(7, 0)));
        await _pipeline.RecountAsync(Day, 7);
        await _pipeline.RecountAsync(Day.AddDays(1), 7);

        Assert.Equal(2, (await _pipeline.Storage.Stats.ReadListingsAsync(IndexGenerations.First, day: null, Token)).ArticlesOf(IndexListing.All));
        Assert.Equal([("2024-04-29", 2L)], await _pipeline.TimelineAsync(null, "week"));
    }

    [Fact]
    public async Task ProcessAsync_MarkedThoughNothingChanged_WritesNothing()
    {
        var month = StatsKey.Month(IndexListing.All, Day);
        await _pipeline.PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        await _pipeline.RecountAsync(Day, 7);
        var before = await _pipeline.Storage.Stats.ReadRowAsync(IndexGenerations.First, month, Token);

        await _pipeline.RecountAsync(Day, 7);

        Assert.Equal(before!.Tag, (await _pipeline.Storage.Stats.ReadRowAsync(IndexGenerations.First, month, Token))!.Tag);
    }

    [Fact]
    public async Task ProcessAsync_NamesChangeAndNumbersDoNot_MonthHasTheNewNames()
    {
        var key = Counting.KeyOf(1, Day.ToDateTime(new TimeOnly(7, 0)));
        await _pipeline.PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        await _pipeline.RecountAsync(Day, 7);
        await _pipeline.Storage.Index.TryPutAsync(
            new IndexRow(key, new IndexEntry { ArticleId = ArticleIds.ForFile("1"), Rev = 2, Published = new PublicationDate(Day), Source = "Newswire" }), Token);

        await _pipeline.RecountAsync(Day, 7);

        var month = await _pipeline.Storage.Stats.ReadRowAsync(IndexGenerations.First, StatsKey.Month(IndexListing.All, Day), Token);
        Assert.Equal("Newswire", Assert.Single(month!.Value.Sources).Name);
    }
}
