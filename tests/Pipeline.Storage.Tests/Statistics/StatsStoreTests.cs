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
        var key = StatsKey.Number(_listing, day: null);

        Assert.True(await WriteAsync(key, counts));

        JsonAssert.Same(counts, (await Stats.ReadRowAsync(Generation, key, Token))!.Value);
        Assert.Equal(7, (await Stats.ReadListingsAsync(Generation, day: null, Token)).ArticlesOf(_listing));
    }

    [Fact]
    public async Task TryWriteAsync_RowThatIsNotWhatWasRead_StaysAsItIs()
    {
        var key = StatsKey.Day(_listing, new DateOnly(2024, 5, 2));
        await WriteAsync(key, Count(1));
        var read = await Stats.ReadRowAsync(Generation, key, Token);
        await WriteAsync(key, Count(2), read);

        Assert.False(await WriteAsync(key, Count(3), read));
        Assert.False(await WriteAsync(key, Count(3)));
        Assert.False(await WriteAsync(key, Count(0), read));
        Assert.Equal(2, (await Stats.ReadRowAsync(Generation, key, Token))!.Value.Articles);
    }

    [Fact]
    public async Task TryWriteAsync_NoArticles_LeavesNoRow()
    {
        var key = StatsKey.Day(_listing, new DateOnly(2024, 5, 2));
        Assert.True(await WriteAsync(key, Count(0)));
        await WriteAsync(key, Count(1));

        Assert.True(await WriteAsync(key, Count(0), await Stats.ReadRowAsync(Generation, key, Token)));

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
            await WriteAsync(StatsKey.Day(_listing, Day(day)!.Value), Count(1));
            await WriteAsync(StatsKey.Month(_listing, Day(day)!.Value), Count(1));
            await WriteAsync(StatsKey.Hour(_listing, Day(day)!.Value, 5), Count(1));
        }

        var spans = await Stats.ReadAsync(Generation, _listing, span, Day(from), Day(to), Token);

        Assert.Equal(expected, string.Join(' ', spans.Select(counts => counts.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task ReadHoursAsync_Day_HasItsHoursAlone()
    {
        var day = new DateOnly(2024, 5, 2);
        await WriteAsync(StatsKey.Hour(_listing, day, 0), Count(2));
        await WriteAsync(StatsKey.Hour(_listing, day, 23), Count(3));
        await WriteAsync(StatsKey.Hour(_listing, day.AddDays(1), 0), Count(5));
        await WriteAsync(StatsKey.Day(_listing, day), Count(7));

        Assert.Equal([(0, 2L), (23, 3L)], (await Stats.ReadHoursAsync(Generation, _listing, day, Token)).Select(hour => (hour.Key, hour.Value.Value.Articles)).Order());
    }

    [Fact]
    public async Task ReadListingsAsync_Day_HasWhatWasCountedOnIt()
    {
        var day = new DateOnly(2024, 5, 2);
        await WriteAsync(StatsKey.Number(_listing, day), Count(4));

        Assert.Equal(4, (await Stats.ReadListingsAsync(Generation, day, Token)).ArticlesOf(_listing));
        Assert.Equal(0, (await Stats.ReadListingsAsync(Generation, day.AddDays(1), Token)).ArticlesOf(_listing));
        Assert.Equal(0, (await Stats.ReadListingsAsync(0, day, Token)).ArticlesOf(_listing));
    }

    [Fact]
    public async Task TryWriteAsync_OneRowIsNotWhatWasRead_WritesNone()
    {
        var (first, second, third) = (Day("2024-05-01")!.Value, Day("2024-05-02")!.Value, Day("2024-05-03")!.Value);
        await WriteAsync(StatsKey.Day(_listing, first), Count(1));
        await WriteAsync(StatsKey.Day(_listing, second), Count(2));
        var read = (await Stats.ReadAsync(Generation, _listing, StatsSpan.Day, null, null, Token)).ToDictionary(day => day.First, day => day.Tag);
        StatsWrite[] rows =
        [
            new(StatsKey.Day(_listing, first), Count(5), read[first]),
            new(StatsKey.Day(_listing, second), Count(0), read[second]),
            new(StatsKey.Day(_listing, third), Count(7), null),
        ];
        await WriteAsync(StatsKey.Day(_listing, third), Count(3));

        Assert.False(await Stats.TryWriteAsync(Generation, rows, Token));
        Assert.Equal([3L, 2L, 1L], await NumbersAsync());

        var added = Assert.Single(await Stats.ReadAsync(Generation, _listing, StatsSpan.Day, third, third, Token));
        rows[2] = rows[2] with { Tag = added.Tag };
        Assert.True(await Stats.TryWriteAsync(Generation, rows, Token));
        Assert.Equal([7L, 5L], await NumbersAsync());
    }

    [Fact]
    public async Task ReadListingsAsync_Tags_AreThoseUnderWhichRowsMayBeWritten()
    {
        var key = StatsKey.Number(_listing, day: null);
        Assert.Null((await Stats.ReadListingsAsync(Generation, day: null, Token)).TagOf(_listing));
        await WriteAsync(key, Count(1));
        var tag = (await Stats.ReadListingsAsync(Generation, day: null, Token)).TagOf(_listing);

        Assert.True(await Stats.TryWriteAsync(Generation, [new StatsWrite(key, Count(2), tag)], Token));
        Assert.False(await Stats.TryWriteAsync(Generation, [new StatsWrite(key, Count(3), tag)], Token));
        Assert.True(await Stats.TryWriteAsync(Generation, [], Token));
    }

    private Task<bool> WriteAsync(StatsKey key, StatsCounts counts, Stored<StatsCounts>? read = null) =>
        Stats.TryWriteAsync(Generation, [new StatsWrite(key, counts, read?.Tag)], Token);

    private async Task<IEnumerable<long>> NumbersAsync() =>
        (await Stats.ReadAsync(Generation, _listing, StatsSpan.Day, null, null, Token)).Select(day => day.Counts.Articles);

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
