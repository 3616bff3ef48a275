using Pipeline.Processing.Queries.Listings;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Queries;

public sealed class ListingSizesTests
{
    private static readonly IndexListing Trade = IndexListing.Issue("trade");
    private static readonly IndexListing Climate = IndexListing.Issue("climate-change");

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SmallestAsync_CountsOfAMomentAgo_AreReadAgainOnceTheyAreOld()
    {
        var sizes = new ListingSizes(_pipeline.Storage.Stats, _pipeline.Time);
        await WriteAsync(1, Trade, 2);
        await WriteAsync(1, Climate, 5);
        Assert.Equal(Trade, await sizes.SmallestAsync(1, [Climate, Trade], Token));
        await WriteAsync(1, Trade, 9);

        _pipeline.Time.Advance(ListingSizes.MaxAge - TimeSpan.FromTicks(1));
        Assert.Equal(Trade, await sizes.SmallestAsync(1, [Climate, Trade], Token));

        _pipeline.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(Climate, await sizes.SmallestAsync(1, [Climate, Trade], Token));
    }

    [Fact]
    public async Task SmallestAsync_OtherGeneration_HasItsOwnCounts()
    {
        var sizes = new ListingSizes(_pipeline.Storage.Stats, _pipeline.Time);
        await WriteAsync(1, Climate, 5);
        await WriteAsync(2, Trade, 5);

        Assert.Equal(Trade, await sizes.SmallestAsync(1, [Climate, Trade], Token));
        Assert.Equal(Climate, await sizes.SmallestAsync(2, [Climate, Trade], Token));
    }

    private async Task WriteAsync(int generation, IndexListing listing, long articles)
    {
        var tag = (await _pipeline.Storage.Stats.ReadListingsAsync(generation, day: null, Token)).TagOf(listing);
        await _pipeline.Storage.Stats.TryWriteAsync(generation, [new StatsWrite(StatsKey.Number(listing, day: null), StatsCounts.None with { Articles = articles }, tag)], Token);
    }
}
