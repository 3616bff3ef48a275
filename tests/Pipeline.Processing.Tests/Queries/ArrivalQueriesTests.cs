using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Arrivals;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class ArrivalQueriesTests
{
    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FollowAsync_FromNow_GivesWhatComesAndNothingOfBefore()
    {
        await _pipeline.DropAsync("before.txt", TestPipeline.TradeText);
        var (next, end) = await FollowAsync(issue: null, lastEventId: null);
        _pipeline.Time.Advance(TimeSpan.FromSeconds(1));

        await _pipeline.DropAsync("a.txt", TestPipeline.ClimateText);
        await _pipeline.DropAsync("b.txt", TestPipeline.TradeText);

        Assert.Equal(["a.txt", "b.txt"], [(await next()).Summary.Blob, (await next()).Summary.Blob]);
        await end();
    }

    [Fact]
    public async Task FollowAsync_Issue_GivesItsArticlesAlone()
    {
        var (next, end) = await FollowAsync("climate-change", lastEventId: null);
        await _pipeline.DropAsync("trade.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("climate.txt", TestPipeline.ClimateText);

        Assert.Equal("climate.txt", (await next()).Summary.Blob);
        await end();
    }

    [Fact]
    public async Task FollowAsync_BehindAnEvent_MissesNothingOfMeanwhile()
    {
        var (next, end) = await FollowAsync(issue: null, lastEventId: null);
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        var last = (await next()).Id;
        await end();
        _pipeline.Time.Advance(TimeSpan.FromMinutes(10));
        await _pipeline.DropAsync("meanwhile.txt", TestPipeline.ClimateText);
        _pipeline.Time.Advance(TimeSpan.FromMinutes(10));

        var (more, stop) = await FollowAsync(issue: null, last);

        Assert.Equal("meanwhile.txt", (await more()).Summary.Blob);
        await stop();
    }

    [Fact]
    public async Task FollowAsync_BehindAMomentBeforeAnythingCame_GivesWhatCameSince()
    {
        var begun = ArrivalQueries.IdOf(_pipeline.Time.GetUtcNow());
        await _pipeline.DropAsync("meanwhile.txt", TestPipeline.ClimateText);
        _pipeline.Time.Advance(TimeSpan.FromMinutes(2));

        var (next, end) = await FollowAsync(issue: null, begun);

        Assert.Equal("meanwhile.txt", (await next()).Summary.Blob);
        await end();
    }

    [Fact]
    public async Task FollowAsync_OneThatIsSeenLateAndOutOfOrder_IsGivenOnce()
    {
        var (next, end) = await FollowAsync(issue: null, lastEventId: null);
        _pipeline.Time.Advance(TimeSpan.FromSeconds(20));
        await PutAsync("late", _pipeline.Time.GetUtcNow().UtcDateTime);
        Assert.Equal("late", (await next()).Summary.Title);

        // Its tagging began before that of the one that was given already.
        await PutAsync("later", _pipeline.Time.GetUtcNow().UtcDateTime.AddSeconds(-15));
        Assert.Equal("later", (await next()).Summary.Title);

        await PutAsync("last", _pipeline.Time.GetUtcNow().UtcDateTime);
        Assert.Equal("last", (await next()).Summary.Title);
        await end();
    }

    [Fact]
    public async Task FollowAsync_ChangedContent_IsGivenAgainAndSameContentIsNot()
    {
        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        _pipeline.Time.Advance(TimeSpan.FromMinutes(1));
        var (next, end) = await FollowAsync(issue: null, lastEventId: null);

        await _pipeline.DropAsync("a.txt", TestPipeline.TradeText);
        await _pipeline.DropAsync("a.txt", TestPipeline.ClimateText);

        Assert.Equal("Climate summit opens", (await next()).Summary.Title);
        await end();
    }

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData("trade", "maybe")]
    public async Task FollowAsync_BadParameter_IsRefused(string issue, string? narrower) =>
        Assert.Equal(QueryProblemKind.InvalidParameter, (await _pipeline.Arrivals.FollowAsync(issue, narrower, null, Token)).Problem!.Kind);

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("' or 1 eq 1_aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("3155378975999999999_aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("0000000000000000000_aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task FollowAsync_EventIdThatIsNone_BeginsNow(string id) =>
        Assert.NotNull((await _pipeline.Arrivals.FollowAsync(null, null, id, Token)).Value);

    /// <summary>Follows; time passes while an arrival is waited for.</summary>
    private async Task<(Func<Task<Arrival>> Next, Func<Task> End)> FollowAsync(string? issue, string? lastEventId)
    {
        var arrivals = (await _pipeline.Arrivals.FollowAsync(issue, null, lastEventId, Token)).Value!;
        var end = new CancellationTokenSource();
        var enumerator = arrivals.GetAsyncEnumerator(end.Token);
        async Task<Arrival> NextAsync()
        {
            var move = enumerator.MoveNextAsync().AsTask();
            while (!move.IsCompleted)
            {
                _pipeline.Time.Advance(ArrivalQueries.PollInterval);
                await Task.WhenAny(move, Task.Delay(1, Token));
            }

            Assert.True(await move);
            return enumerator.Current;
        }

        async Task EndAsync()
        {
            await end.CancelAsync();
            await enumerator.DisposeAsync();
            end.Dispose();
        }

        return (NextAsync, EndAsync);
    }

    private async Task PutAsync(string title, DateTime time)
    {
        var id = ArticleIds.ForFile(title);
        var key = InMemoryIndexStore.Layout.KeyOf(IndexGenerations.First, IndexListing.Arrival, new IndexPosition(time, id));
        await _pipeline.Storage.Index.TryPutAsync(new IndexRow(key, new IndexEntry { ArticleId = id, Rev = 1, Title = title }), Token);
    }
}
