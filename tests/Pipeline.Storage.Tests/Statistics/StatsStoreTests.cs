using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Xunit;

namespace Pipeline.Storage.Tests.Statistics;

public abstract class StatsStoreTests
{
    private const int Generation = 1;

    private readonly IndexListing _listing = IndexListing.Issue(TestIds.Issue());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IStatsStore Stats { get; }

    [Fact]
    public async Task TryWriteAsync_WholeRow_IsReadBack()
    {
        var counts = new StatsCounts(7, [new NamedCount("reuters", "Reuters", 3)], [new NamedCount("q148", "China", 2, "Q148")], [new NamedCount("trade", null, 7)]);
        var key = StatsKey.Total(_listing);

        Assert.True(await Stats.TryWriteAsync(Generation, key, counts, null, Token));

        JsonAssert.Same(counts, (await Stats.ReadRowAsync(Generation, key, Token))!.Value);
        Assert.Equal(7, (await Stats.ReadListingsAsync(Generation, day: null, Token))[_listing]);
    }

    [Fact]
    public async Task TryWriteAsync_RowThatIsNotWhatWasRead_StaysAsItIs()
    {
        var key = StatsKey.Day(_listing, new DateOnly(2024, 5, 2));
        await Stats.TryWriteAsync(Generation, key, Count(1), null, Token);
        var read = await Stats.ReadRowAsync(Generation, key, Token);
        await Stats.TryWriteAsync(Generation, key, Count(2), read, Token);

        Assert.False(await Stats.TryWriteAsync(Generation, key, Count(3), read, Token));
        Assert.False(await Stats.TryWriteAsync(Generation, key, Count(3), null, Token));
        Assert.False(await Stats.TryWriteAsync(Generation, key, Count(0), read, Token));
        Assert.Equal(2, (await Stats.ReadRowAsync(Generation, key, Token))!.Value.Articles);
    }

    [Fact]
    public async Task TryWriteAsync_NoArticles_LeavesNoRow()
    {
        var key = StatsKey.Day(_listing, new DateOnly(2024, 5, 2));
        Assert.True(await Stats.TryWriteAsync(Generation, key, Count(0), null, Token));
        await Stats.TryWriteAsync(Generation, key, Count(1), null, Token);

        Assert.True(await Stats.TryWriteAsync(Generation, key, Count(0), await Stats.ReadRowAsync(Generation, key, Token), Token));

        Assert.Null(await Stats.ReadRowAsync(Generation, key, Token));
    }

    [Theory]
    [InlineData(StatsSpan.Day, null, null, "2024-05-31 2024-05-02 2024-05-01 2023-12-31")]
    [InlineData(StatsSpan.Day, "2024-05-01", "2024-05-02", "2024-05-02 2024-05-01")]
    [InlineData(StatsSpan.Day, "2024-05-03", null, "2024-05-31")]
    [InlineData(StatsSpan.Day, null, "2024-04-30", "2023-12-31")]
    [InlineData(StatsSpan.Month, null, null, "2024-05-01 2023-12-01")]
    [InlineData(StatsSpan.Month, "2024-05-17", "2024-05-20", "2024-05-01")]
    [InlineData(StatsSpan.Month, "2024-01-01", "2024-04-30", "")]
    [InlineData(StatsSpan.Month, "0001-01-01", "9999-12-31", "2024-05-01 2023-12-01")]
    public async Task ReadAsync_Range_HasItsSpansNewestFirst(StatsSpan span, string? from, string? to, string expected)
    {
        foreach (var day in (string[])["2023-12-31", "2024-05-01", "2024-05-02", "2024-05-31"])
        {
            await Stats.TryWriteAsync(Generation, StatsKey.Day(_listing, Day(day)!.Value), Count(1), null, Token);
            await Stats.TryWriteAsync(Generation, StatsKey.Month(_listing, Day(day)!.Value), Count(1), null, Token);
            await Stats.TryWriteAsync(Generation, StatsKey.Hour(_listing, Day(day)!.Value, 5), Count(1), null, Token);
        }

        var spans = await Stats.ReadAsync(Generation, _listing, span, Day(from), Day(to), Token);

        Assert.Equal(expected, string.Join(' ', spans.Select(counts => counts.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task ReadHoursAsync_Day_HasItsHoursAlone()
    {
        var day = new DateOnly(2024, 5, 2);
        await Stats.TryWriteAsync(Generation, StatsKey.Hour(_listing, day, 0), Count(2), null, Token);
        await Stats.TryWriteAsync(Generation, StatsKey.Hour(_listing, day, 23), Count(3), null, Token);
        await Stats.TryWriteAsync(Generation, StatsKey.Hour(_listing, day.AddDays(1), 0), Count(5), null, Token);
        await Stats.TryWriteAsync(Generation, StatsKey.Day(_listing, day), Count(7), null, Token);

        Assert.Equal(5, (await Stats.ReadHoursAsync(Generation, _listing, day, Token)).Sum(hour => hour.Articles));
    }

    [Fact]
    public async Task ReadListingsAsync_Day_HasWhatWasCountedOnIt()
    {
        var day = new DateOnly(2024, 5, 2);
        await Stats.TryWriteAsync(Generation, StatsKey.OfDay(_listing, day), Count(4), null, Token);

        Assert.Equal(4, (await Stats.ReadListingsAsync(Generation, day, Token))[_listing]);
        Assert.DoesNotContain(_listing, await Stats.ReadListingsAsync(Generation, day.AddDays(1), Token));
        Assert.DoesNotContain(_listing, await Stats.ReadListingsAsync(0, day, Token));
    }

    private static StatsCounts Count(long articles) => StatsCounts.None with { Articles = articles };

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class InMemoryStatsStoreTests : StatsStoreTests
{
    protected override IStatsStore Stats { get; } = new InMemoryStorage().Stats;
}

public sealed class AzuriteStatsStoreTests(AzuriteStorage storage) : StatsStoreTests
{
    protected override IStatsStore Stats => new StatsStore(storage.Clients);
}
