using Pipeline.Processing.Delivery;
using Pipeline.Processing.Statistics;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Statistics;

/// <summary>When it is counted, and what a run that is cut short or fails leaves.</summary>
public sealed class RecountRunTests
{
    private static readonly DateOnly Day = Counting.Day;

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_WhileArticlesWait_CountsOnlyAfterTheLongestWait()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        for (var i = 0; i < WorkBacklog.BusyFrom; i++)
        {
            await _pipeline.Storage.Queues.SendAsync(new ParseArticleMessage($"new-{i}.txt"), Token);
        }

        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Empty(await _pipeline.TimelineAsync("trade", "month"));

        _pipeline.Time.Advance(RecountStatsProcessor.MaxWait);
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal([("2024-05-01", 1L)], await _pipeline.TimelineAsync("trade", "month"));
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
        Assert.Equal([("2024-05-01", 1L)], await _pipeline.TimelineAsync(null, "month"));

        _pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal(2, (await _pipeline.TimelineAsync(null, "month")).Length);
    }

    [Fact]
    public async Task ProcessAsync_WhileFilesAreParsedThatNoQueueHolds_CountsLater()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var held = new TaskCompletionSource();
        _pipeline.Storage.BeforeOperation = operation => operation.StartsWith("Files.", StringComparison.Ordinal) ? held.Task : Task.CompletedTask;
        var parsing = Enumerable.Range(0, WorkBacklog.BusyFrom).Select(i => _pipeline.ParseAsync($"absent-{i}.txt")).ToList();

        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Empty(await _pipeline.TimelineAsync("trade", "month"));

        held.SetResult();
        await Task.WhenAll(parsing);
        await _pipeline.RecountStats.ProcessAsync(Token);
        Assert.Equal([("2024-05-01", 1L)], await _pipeline.TimelineAsync("trade", "month"));
    }

    [Fact]
    public async Task ProcessAsync_NumbersCannotBeRead_FailsAndCountsLater()
    {
        await _pipeline.PutAsync(1, Day.ToDateTime(new TimeOnly(7, 0)));
        var reads = 0;
        _pipeline.Storage.BeforeOperation = operation => operation == "Stats.Read" && ++reads == 1 ? throw new IOException("Storage fails.") : Task.CompletedTask;

        await Assert.ThrowsAsync<AggregateException>(() => _pipeline.RecountAsync(Day, 7));
        await _pipeline.RecountStats.ProcessAsync(Token);

        Assert.Equal([("2024-05-02", 1L)], await _pipeline.TimelineAsync(null, "day"));
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
        Assert.Equal([("2024-05-01", 1L)], await _pipeline.TimelineAsync(null, "month"));
        Assert.Equal([("2024-05-01", 1L)], await _pipeline.TimelineAsync("trade", "month"));
    }

    [Fact]
    public async Task ProcessAsync_CutShortWithinADayThatTakesLong_HasCountedSomeListings()
    {
        var listings = await _pipeline.PutListingsAsync(3 * SliceRecount.ListingsAtOnce);
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
            await _pipeline.PutAsync(i, days[i].ToDateTime(new TimeOnly(12, 0)));
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
        Assert.Equal([("2024-05-02", 1L)], (await _pipeline.TimelineAsync(null, "day"))[^1..]);
    }
}
