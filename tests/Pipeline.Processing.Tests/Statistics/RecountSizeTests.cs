using Pipeline.Processing.Statistics;
using Pipeline.Storage;
using Pipeline.Storage.Generations;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Statistics;

/// <summary>What counting costs, and days and listings too large for one go.</summary>
public sealed class RecountSizeTests
{
    private static readonly DateOnly Day = Counting.Day;

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_ArticlesOfOneDay_TakesATransactionAListingAndTwoForTheNumbersOfAll()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("Trade talks resume", "Talks on trade go on", StringComparison.Ordinal));
        var listings = _pipeline.Storage.Dirty.Hours.Select(hour => hour.Listing).Distinct().Count();
        _pipeline.Storage.Operations.Clear();

        await _pipeline.RecountStats.ProcessAsync(Token);

        var operations = _pipeline.Storage.Operations.CountBy(operation => operation).ToDictionary();
        Assert.Equal((listings, (2 * listings) + 2, listings + 2), (operations["Index.Read"], operations["Stats.Read"], operations["Stats.Write"]));
    }

    [Fact]
    public async Task ProcessAsync_MoreListingsOfADayThanATransactionTakes_AreAllCounted()
    {
        var listings = await _pipeline.PutListingsAsync(TableLimits.TransactionRows + 1);

        await _pipeline.RecountStats.ProcessAsync(Token);

        var numbers = await _pipeline.Storage.Stats.ReadListingsAsync(IndexGenerations.First, Day, Token);
        Assert.All(listings, listing => Assert.Equal(1, numbers.ArticlesOf(listing)));
        Assert.Empty(_pipeline.Storage.Dirty.Hours);
    }

    [Fact]
    public async Task ProcessAsync_DayThatGrowsLarge_IsCountedByItsHoursFromThenOn()
    {
        for (var i = 0; i <= RecountStatsProcessor.MaxDayRows; i++)
        {
            await _pipeline.PutAsync(i, Day.ToDateTime(new TimeOnly(i % 24, 0)));
        }

        await _pipeline.RecountAsync(Day, 0);
        Assert.Equal([("2024-05-02", RecountStatsProcessor.MaxDayRows + 1L)], await _pipeline.TimelineAsync(null, "day"));

        await _pipeline.PutAsync(100_000, Day.ToDateTime(new TimeOnly(7, 30)));
        _pipeline.Storage.Operations.Clear();
        await _pipeline.RecountAsync(Day, 7);

        Assert.Equal([("2024-05-02", RecountStatsProcessor.MaxDayRows + 2L)], await _pipeline.TimelineAsync(null, "day"));
        Assert.Equal(1, _pipeline.Storage.Operations.Count(operation => operation == "Index.Read"));
    }

    [Fact]
    public async Task ProcessAsync_LargeDayThatShrinksAndGrows_IsCountedAsItIs()
    {
        var times = Enumerable.Range(0, RecountStatsProcessor.MaxDayRows + 1).Select(i => Day.ToDateTime(new TimeOnly(i % 24, 0))).ToList();
        for (var i = 0; i < times.Count; i++)
        {
            await _pipeline.PutAsync(i, times[i]);
        }

        await _pipeline.RecountAsync(Day, 0);
        await _pipeline.Storage.Index.DeleteAsync(Counting.KeyOf(7, times[7]), maxRev: 1, Token);
        await _pipeline.RecountAsync(Day, 7);
        Assert.Equal([("2024-05-02", times.Count - 1L)], await _pipeline.TimelineAsync(null, "day"));

        await _pipeline.Storage.Index.DeleteAsync(Counting.KeyOf(8, times[8]), maxRev: 1, Token);
        await _pipeline.RecountAsync(Day, 8);
        Assert.Equal([("2024-05-02", times.Count - 2L)], await _pipeline.TimelineAsync(null, "day"));

        for (var i = 0; i < 3; i++)
        {
            await _pipeline.PutAsync(10_000 + i, Day.ToDateTime(new TimeOnly(9, i)));
        }

        await _pipeline.RecountAsync(Day, 9);
        Assert.Equal([("2024-05-02", times.Count + 1L)], await _pipeline.TimelineAsync(null, "day"));
    }
}
