using Pipeline.Processing.Delivery;
using Pipeline.Processing.Queries.Statistics;
using Pipeline.Processing.Statistics;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Pipeline.Text;
using Xunit;

namespace Pipeline.Processing.Tests.Statistics;

public sealed class RecountStatsProcessorTests
{
    private static readonly DateOnly Day = new(2024, 5, 2);

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_ArticlesThatComeChangeAndGo_AreCountedAsTheyAre()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText.Replace("2024-05-02", "2024-05-09", StringComparison.Ordinal));
        await _pipeline.DropAsync("c.txt", TestPipeline.ClimateText);
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal([("2024-05-01", 2L)], await TimelineAsync("trade", "month"));
        Assert.Equal([("2024-04-29", 1L), ("2024-05-06", 1L)], await TimelineAsync("trade", "week"));

        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText.Replace("2024-06-03", "2024-06-04", StringComparison.Ordinal));
        _pipeline.Storage.Sources.Remove("a.txt");
        await _pipeline.ParseAsync("a.txt");
        await _pipeline.DrainAsync();
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Empty(await TimelineAsync("trade", "month"));
        Assert.Equal([("2024-06-03", 1L), ("2024-06-04", 1L)], await TimelineAsync("climate-change", "day"));
        Assert.Equal([("2024-06-01", 2L)], await TimelineAsync(null, "month"));
        Assert.Empty(_pipeline.Storage.Dirty.Hours);
        Assert.Equal(0, (await _pipeline.Issues.ListAsync(null, Token)).Value!.Issues.Single(issue => issue.Id == "trade").Articles);
    }

    [Fact]
    public async Task ProcessAsync_WhileArticlesWait_CountsOnlyAfterTheLongestWait()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        for (var i = 0; i < WorkBacklog.BusyFrom; i++)
        {
            await _pipeline.Storage.Queues.SendAsync(new ParseArticleMessage($"new-{i}.txt"), Token);
        }

        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Empty(await TimelineAsync("trade", "month"));

        _pipeline.Time.Advance(RecountStatsProcessor.MaxWait);
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal([("2024-05-01", 1L)], await TimelineAsync("trade", "month"));
    }

    [Theory]
    [InlineData(3, 12)]
    [InlineData(3_600, 60)]
    public async Task ProcessAsync_AfterARunThatTookLong_RestsFourTimesAsLongButAMinuteAtMost(int runSeconds, int restSeconds)
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        _pipeline.Storage.BeforeOperation = operation =>
        {
            _pipeline.Time.Advance(TimeSpan.FromSeconds(operation == "Dirty.Read" ? runSeconds : 0));
            return Task.CompletedTask;
        };
        await _pipeline.RecountStats.ProcessAsync(Token);
        await _pipeline.DropAsync("b.txt", TestPipeline.ClimateText);

        _pipeline.Time.Advance(TimeSpan.FromSeconds(restSeconds - 1));
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal([("2024-05-01", 1L)], await TimelineAsync(null, "month"));

        _pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal(2, (await TimelineAsync(null, "month")).Length);
    }

    [Fact]
    public async Task ProcessAsync_WhileFilesAreParsedThatNoQueueHolds_CountsLater()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var held = new TaskCompletionSource();
        _pipeline.Storage.BeforeOperation = operation => operation.StartsWith("Files.", StringComparison.Ordinal) ? held.Task : Task.CompletedTask;
        var parsing = Enumerable.Range(0, WorkBacklog.BusyFrom).Select(i => _pipeline.ParseAsync($"absent-{i}.txt")).ToList();

        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Empty(await TimelineAsync("trade", "month"));

        held.SetResult();
        await Task.WhenAll(parsing);
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal([("2024-05-01", 1L)], await TimelineAsync("trade", "month"));
    }

    [Fact]
    public async Task ProcessAsync_SameArticleAgainAndAgain_CountsOnce()
    {
        for (var i = 0; i < 3; i++)
        {
            await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
            await _pipeline.RecountStats.ProcessAsync(Token);
        }

        Assert.Equal([("2024-05-01", 1L)], await TimelineAsync("trade", "month"));
    }

    [Fact]
    public async Task ProcessAsync_RejectedFile_IsCountedInItsState()
    {
        await _pipeline.DropAsync("empty.txt", "");
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Equal(1, (await _pipeline.Storage.Stats.ReadRowAsync(0, StatsKey.Number(IndexListing.State(ArticleState.Rejected), day: null), Token))!.Value.Articles);
    }

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

        Assert.Equal([("2024-05-01", 2L)], await TimelineAsync("trade", "month"));
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
        await PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
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

        await RecountAsync(Day, 7);
        Assert.Single(_pipeline.Storage.Dirty.Hours);
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Empty(_pipeline.Storage.Dirty.Hours);
        Assert.Equal(1, (await _pipeline.Storage.Stats.ReadRowAsync(IndexGenerations.First, key, Token))!.Value.Articles);
    }

    [Fact]
    public async Task ProcessAsync_SomebodyElseCountsWhatWentMeanwhile_LooksAgain()
    {
        await PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        var writes = 0;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            // Its days are written, and the numbers are not; there is no row whose tag would tell of who counted nothing.
            if (operation == "Stats.Write" && ++writes == 2)
            {
                await _pipeline.Storage.Index.DeleteAsync(KeyOf(1, Day.ToDateTime(new TimeOnly(7, 0))), maxRev: 1, Token);
                await RecountAsync(Day, 7);
            }
        };

        await RecountAsync(Day, 7);
        Assert.Single(_pipeline.Storage.Dirty.Hours);
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Empty(_pipeline.Storage.Dirty.Hours);
        Assert.Empty(_pipeline.Storage.Stats.Numbers);
    }

    [Fact]
    public async Task ProcessAsync_TwoDaysOfAMonth_AddUpInTheTotalAndTheWeek()
    {
        await PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        await PutAsync(2, Day.AddDays(1).ToDateTime(new TimeOnly(7, 0)));
        await RecountAsync(Day, 7);
        await RecountAsync(Day.AddDays(1), 7);

        Assert.Equal(2, (await _pipeline.Storage.Stats.ReadListingsAsync(IndexGenerations.First, day: null, Token)).ArticlesOf(IndexListing.All));
        Assert.Equal([("2024-04-29", 2L)], await TimelineAsync(null, "week"));
    }

    [Fact]
    public async Task ProcessAsync_MarkedThoughNothingChanged_WritesNothing()
    {
        var month = StatsKey.Month(IndexListing.All, Day);
        await PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        await RecountAsync(Day, 7);
        var before = await _pipeline.Storage.Stats.ReadRowAsync(IndexGenerations.First, month, Token);

        await RecountAsync(Day, 7);

        Assert.Equal(before!.Tag, (await _pipeline.Storage.Stats.ReadRowAsync(IndexGenerations.First, month, Token))!.Tag);
    }

    [Fact]
    public async Task ProcessAsync_NamesChangeAndNumbersDoNot_MonthHasTheNewNames()
    {
        var key = KeyOf(1, Day.ToDateTime(new TimeOnly(7, 0)));
        await PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        await RecountAsync(Day, 7);
        await _pipeline.Storage.Index.TryPutAsync(
            new IndexRow(key, new IndexEntry { ArticleId = ArticleIds.ForFile("1"), Rev = 2, Published = new PublicationDate(Day), Source = "Newswire" }), Token);

        await RecountAsync(Day, 7);

        var month = await _pipeline.Storage.Stats.ReadRowAsync(IndexGenerations.First, StatsKey.Month(IndexListing.All, Day), Token);
        Assert.Equal("Newswire", Assert.Single(month!.Value.Sources).Name);
    }

    [Fact]
    public async Task ProcessAsync_NumbersCannotBeRead_FailsAndCountsLater()
    {
        await PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        var reads = 0;
        _pipeline.Storage.BeforeOperation = operation => operation == "Stats.Read" && ++reads == 1 ? throw new IOException("Storage fails.") : Task.CompletedTask;

        await Assert.ThrowsAsync<AggregateException>(() => RecountAsync(Day, 7));
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Equal([("2024-05-02", 1L)], await TimelineAsync(null, "day"));
    }

    [Fact]
    public async Task ProcessAsync_OneListingCannotBeCounted_OthersAre()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var reads = 0;
        _pipeline.Storage.BeforeOperation = operation => operation == "Index.Read" && Interlocked.Increment(ref reads) == 1
            ? throw new IOException("This row cannot be read.")
            : Task.CompletedTask;

        await Assert.ThrowsAsync<AggregateException>(() => _pipeline.RecountStats.ProcessAsync(Token));
        Assert.Single(_pipeline.Storage.Dirty.Hours);
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Empty(_pipeline.Storage.Dirty.Hours);
        Assert.Equal([("2024-05-01", 1L)], await TimelineAsync(null, "month"));
        Assert.Equal([("2024-05-01", 1L)], await TimelineAsync("trade", "month"));
    }

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
        var listings = await PutListingsAsync(TableLimits.TransactionRows + 1);

        await _pipeline.RecountStats.ProcessAsync(Token);

        var numbers = await _pipeline.Storage.Stats.ReadListingsAsync(IndexGenerations.First, Day, Token);
        Assert.All(listings, listing => Assert.Equal(1, numbers.ArticlesOf(listing)));
        Assert.Empty(_pipeline.Storage.Dirty.Hours);
    }

    [Fact]
    public async Task ProcessAsync_CutShortWithinADayThatTakesLong_HasCountedSomeListings()
    {
        var listings = await PutListingsAsync(3 * SliceRecount.ListingsAtOnce);
        using var end = new CancellationTokenSource();
        var reads = 0;
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Index.Read" && Interlocked.Increment(ref reads) is var read)
            {
                _pipeline.Time.Advance(SliceRecount.WriteInterval / SliceRecount.ListingsAtOnce);
                await (read > 2 * SliceRecount.ListingsAtOnce ? end.CancelAsync() : Task.CompletedTask);
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _pipeline.RecountStats.ProcessAsync(end.Token));

        Assert.Equal(SliceRecount.ListingsAtOnce, _pipeline.Storage.Dirty.Hours.Count);
        var numbers = await _pipeline.Storage.Stats.ReadListingsAsync(IndexGenerations.First, Day, Token);
        Assert.Equal(2 * SliceRecount.ListingsAtOnce, listings.Count(listing => numbers.ArticlesOf(listing) == 1));
    }

    [Fact]
    public async Task ProcessAsync_CutShort_HasCountedTheNewestDays()
    {
        var days = Enumerable.Range(0, 1_500).Select(i => Day.AddDays(-i)).ToList();
        for (var i = 0; i < days.Count; i++)
        {
            await PutAsync(i, days[i].ToDateTime(new TimeOnly(12, 0)));
        }

        await _pipeline.Storage.Dirty.MarkAsync("a", [.. days.Select(day => new DirtyHour(IndexGenerations.First, IndexListing.All, day, 12))], Token);
        using var end = new CancellationTokenSource();
        _pipeline.Storage.BeforeOperation = async operation =>
        {
            if (operation == "Stats.Read" && _pipeline.Storage.Dirty.Hours.Count < days.Count)
            {
                await end.CancelAsync();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _pipeline.RecountStats.ProcessAsync(end.Token));

        var left = _pipeline.Storage.Dirty.Hours.Select(hour => hour.Day).ToList();
        Assert.InRange(left.Count, 1, days.Count - 1);
        Assert.Equal(days[^left.Count], left.Max());
        Assert.Equal([("2024-05-02", 1L)], (await TimelineAsync(null, "day"))[^1..]);
    }

    [Fact]
    public async Task ProcessAsync_DayThatGrowsLarge_IsCountedByItsHoursFromThenOn()
    {
        for (var i = 0; i <= RecountStatsProcessor.MaxDayRows; i++)
        {
            await PutAsync(i, Day.ToDateTime(new TimeOnly(i % 24, 0)));
        }

        await RecountAsync(Day, 0);
        Assert.Equal([("2024-05-02", RecountStatsProcessor.MaxDayRows + 1L)], await TimelineAsync(null, "day"));

        await PutAsync(100_000, Day.ToDateTime(new TimeOnly(7, 30)));
        _pipeline.Storage.Operations.Clear();
        await RecountAsync(Day, 7);

        Assert.Equal([("2024-05-02", RecountStatsProcessor.MaxDayRows + 2L)], await TimelineAsync(null, "day"));
        Assert.Equal(1, _pipeline.Storage.Operations.Count(operation => operation == "Index.Read"));
    }

    [Fact]
    public async Task ProcessAsync_SomebodyElseCountsAnHourMeanwhile_LooksAgain()
    {
        for (var i = 0; i <= RecountStatsProcessor.MaxDayRows; i++)
        {
            await PutAsync(i, Day.ToDateTime(new TimeOnly(i % 24, 0)));
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

        await RecountAsync(Day, 0);
        Assert.Empty(await TimelineAsync(null, "day"));
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Equal([("2024-05-02", RecountStatsProcessor.MaxDayRows + 1L)], await TimelineAsync(null, "day"));
    }

    [Fact]
    public async Task ProcessAsync_LargeDayThatShrinksAndGrows_IsCountedAsItIs()
    {
        var times = Enumerable.Range(0, RecountStatsProcessor.MaxDayRows + 1).Select(i => Day.ToDateTime(new TimeOnly(i % 24, 0))).ToList();
        for (var i = 0; i < times.Count; i++)
        {
            await PutAsync(i, times[i]);
        }

        await RecountAsync(Day, 0);
        await _pipeline.Storage.Index.DeleteAsync(KeyOf(7, times[7]), maxRev: 1, Token);
        await RecountAsync(Day, 7);
        Assert.Equal([("2024-05-02", times.Count - 1L)], await TimelineAsync(null, "day"));

        await _pipeline.Storage.Index.DeleteAsync(KeyOf(8, times[8]), maxRev: 1, Token);
        await RecountAsync(Day, 8);
        Assert.Equal([("2024-05-02", times.Count - 2L)], await TimelineAsync(null, "day"));

        for (var i = 0; i < 3; i++)
        {
            await PutAsync(10_000 + i, Day.ToDateTime(new TimeOnly(9, i)));
        }

        await RecountAsync(Day, 9);
        Assert.Equal([("2024-05-02", times.Count + 1L)], await TimelineAsync(null, "day"));
    }

    private async Task<(string Start, long Articles)[]> TimelineAsync(string? issue, string by)
    {
        var from = by == "month" ? null : "2024-01-01";
        var to = by == "month" ? null : "2024-12-31";
        var timeline = (await _pipeline.Timelines.GetAsync(new TimelineParameters(issue, from, to, by, null), Token)).Value!;
        return [.. timeline.Points.Select(point => (point.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), point.Articles))];
    }

    private async Task RecountAsync(DateOnly day, int hour)
    {
        await _pipeline.Storage.Dirty.MarkAsync("a", [new DirtyHour(IndexGenerations.First, IndexListing.All, day, hour)], Token);
        await _pipeline.RecountStats.ProcessAsync(Token);
    }

    private async Task PutAsync(int number, DateTime time)
    {
        var key = KeyOf(number, time);
        await _pipeline.Storage.Index.TryPutAsync(
            new IndexRow(key, new IndexEntry { ArticleId = ArticleIds.ForFile($"{number}"), Rev = 1, Published = new PublicationDate(DateOnly.FromDateTime(time)) }), Token);
    }

    private static IndexKey KeyOf(int number, DateTime time) =>
        InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, IndexListing.All, new IndexPosition(time, ArticleIds.ForFile($"{number}")));

    /// <summary>Puts an article into listings of issues, and marks them.</summary>
    private async Task<IReadOnlyList<IndexListing>> PutListingsAsync(int count)
    {
        var listings = Enumerable.Range(0, count).Select(i => IndexListing.Issue($"issue-{i:D3}")).ToList();
        var entry = new IndexEntry { ArticleId = ArticleIds.ForFile("a"), Rev = 1, Published = new PublicationDate(Day) };
        foreach (var listing in listings)
        {
            var key = InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, listing, new IndexPosition(Day.ToDateTime(new TimeOnly(7, 0)), entry.ArticleId));
            await _pipeline.Storage.Index.TryPutAsync(new IndexRow(key, entry), Token);
            await _pipeline.Storage.Dirty.MarkAsync(entry.ArticleId, [new DirtyHour(IndexGenerations.First, listing, Day, 7)], Token);
        }

        return listings;
    }
}
