using Pipeline.Processing.Statistics;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Statistics;

/// <summary>What happens where others write while it is counted.</summary>
public sealed class RecountConflictTests
{
    private static readonly DateOnly Day = Counting.Day;

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_MarkedAgainWhileItCounts_IsCountedAgain()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var once = false;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Stats.Write" && !once)
            {
                once = true;
                await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("Trade talks resume", "Talks on trade go on", StringComparison.Ordinal));
            }
        };

        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.NotEmpty(_pipeline.Storage.Dirty.Hours);
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Equal([("2024-05-01", 2L)], await _pipeline.TimelineAsync("trade", "month"));
        Assert.Empty(_pipeline.Storage.Dirty.Hours);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("month")]
    [InlineData("number of the day")]
    [InlineData("number of all time")]
    public async Task ProcessAsync_SomebodyElseCountsMeanwhile_LooksAgain(string row)
    {
        var all = IndexListing.All;
        await _pipeline.PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        var key = row switch
        {
            "day" => StatsKey.Day(all, Day),
            "month" => StatsKey.Month(all, Day),
            "number of the day" => StatsKey.Number(all, Day),
            _ => StatsKey.Number(all, day: null),
        };
        var isWritten = false;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Index.Read" && !isWritten)
            {
                isWritten = true;
                await _pipeline.Storage.Stats.TryWriteAsync(IndexGenerations.First, [new StatsWrite(key, StatsCounts.None with { Articles = 7 }, Tag: null)], Token);
            }
        };

        await _pipeline.RecountAsync(Day, 7);
        Assert.Single(_pipeline.Storage.Dirty.Hours);
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Empty(_pipeline.Storage.Dirty.Hours);
        Assert.Equal(1, (await _pipeline.Storage.Stats.ReadRowAsync(IndexGenerations.First, key, Token))!.Value.Articles);
    }

    [Fact]
    public async Task ProcessAsync_SomebodyElseCountsWhatWentMeanwhile_LooksAgain()
    {
        await _pipeline.PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        var writes = 0;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            // Its days are written, and the numbers are not; there is no row whose tag would tell of who counted nothing.
            if (operation == "Stats.Write" && ++writes == 2)
            {
                await _pipeline.Storage.Index.DeleteAsync(Counting.KeyOf(1, Day.ToDateTime(new TimeOnly(7, 0))), maxRev: 1, Token);
                await _pipeline.RecountAsync(Day, 7);
            }
        };

        await _pipeline.RecountAsync(Day, 7);
        Assert.Single(_pipeline.Storage.Dirty.Hours);
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Empty(_pipeline.Storage.Dirty.Hours);
        Assert.Empty(_pipeline.Storage.Stats.Numbers);
    }

    [Fact]
    public async Task ProcessAsync_SomebodyElseCountsAnHourMeanwhile_LooksAgain()
    {
        for (var i = 0; i <= RecountStatsProcessor.MaxDayRows; i++)
        {
            await _pipeline.PutAsync(i, Day.ToDateTime(new TimeOnly(i % 24, 0)));
        }

        var isWritten = false;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Stats.Write" && !isWritten)
            {
                isWritten = true;
                await _pipeline.Storage.Stats.TryWriteAsync(
                    IndexGenerations.First, [new StatsWrite(StatsKey.Hour(IndexListing.All, Day, 7), StatsCounts.None with { Articles = 7 }, Tag: null)], Token);
            }
        };

        await _pipeline.RecountAsync(Day, 0);
        Assert.Empty(await _pipeline.TimelineAsync(null, "day"));
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Equal([("2024-05-02", RecountStatsProcessor.MaxDayRows + 1L)], await _pipeline.TimelineAsync(null, "day"));
    }
}
