using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;
using Pipeline.Testing.InMemory;
using Xunit;

namespace Pipeline.Storage.Tests.Statistics;

public abstract class DirtyStoreTests
{
    private readonly IndexListing _listing = IndexListing.Issue(TestIds.Issue());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IDirtyStore Dirty { get; }

    [Fact]
    public async Task MarkAsync_MoreHoursThanOneTransactionTakes_AreAllMarked()
    {
        var hours = Enumerable.Range(0, 250).Select(i => new DirtyHour(2, _listing, new DateOnly(2024, 1, 1).AddDays(i), i % 24)).ToList();

        await Dirty.MarkAsync(TestIds.Article(), hours, Token);

        Assert.Equal(hours.Order(ByText), (await MarksAsync()).Select(mark => mark.Hour).Order(ByText));
    }

    [Fact]
    public async Task RemoveAsync_MarkedAgainSince_IsSetAnew()
    {
        var article = TestIds.Article();
        DirtyHour[] hours = [new(1, _listing, new DateOnly(2024, 1, 1), 7)];
        await Dirty.MarkAsync(article, hours, Token);
        var read = Assert.Single(await MarksAsync());
        await Dirty.MarkAsync(article, hours, Token);
        var meanwhile = Assert.Single(await MarksAsync());

        await Dirty.RemoveAsync([read], Token);
        await Dirty.RemoveAsync([meanwhile], Token); // Set anew: who reads it now removes it, and nobody who read it before.
        var again = Assert.Single(await MarksAsync());
        await Dirty.RemoveAsync([again], Token);

        Assert.Empty(await MarksAsync());
    }

    [Fact]
    public async Task RemoveAsync_SomebodyElseRemovedItMeanwhile_IsMarkedAgain()
    {
        await Dirty.MarkAsync(TestIds.Article(), [new(1, _listing, new DateOnly(2024, 1, 1), 7), new(1, _listing, new DateOnly(2024, 1, 2), 7)], Token);
        var read = await MarksAsync();
        await Dirty.RemoveAsync([read[0]], Token);

        await Dirty.RemoveAsync(read, Token);

        var again = Assert.Single(await MarksAsync());
        Assert.Equal(read[0].Hour, again.Hour);
        await Dirty.RemoveAsync([again], Token);
        Assert.Empty(await MarksAsync());
    }

    [Fact]
    public async Task RemoveAsync_ManyOfWhichOneWasMarkedAgain_LeavesThatOneAlone()
    {
        var article = TestIds.Article();
        var hours = Enumerable.Range(0, 150).Select(i => new DirtyHour(2, _listing, new DateOnly(2024, 1, 1).AddDays(i), 0)).ToList();
        await Dirty.MarkAsync(article, hours, Token);
        var read = await MarksAsync();
        await Dirty.MarkAsync(article, [hours[70]], Token);

        await Dirty.RemoveAsync(read, Token);

        Assert.Equal(hours[70], Assert.Single(await MarksAsync()).Hour);
    }

    [Fact]
    public async Task ReadAsync_Limit_EndsThere()
    {
        await Dirty.MarkAsync(TestIds.Article(), [.. Enumerable.Range(0, 24).Select(hour => new DirtyHour(1, _listing, new DateOnly(2024, 1, 1), hour))], Token);

        Assert.Equal(5, (await Dirty.ReadAsync(5, Token)).Count);
    }

    private static Comparer<DirtyHour> ByText { get; } = Comparer<DirtyHour>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));

    private async Task<IReadOnlyList<DirtyMark>> MarksAsync() => [.. (await Dirty.ReadAsync(100_000, Token)).Where(mark => mark.Hour.Listing == _listing)];
}

public sealed class InMemoryDirtyStoreTests : DirtyStoreTests
{
    protected override IDirtyStore Dirty { get; } = new InMemoryStorage().Dirty;
}

public sealed class AzuriteDirtyStoreTests(AzuriteStorage storage) : DirtyStoreTests
{
    protected override IDirtyStore Dirty => new DirtyStore(storage.Clients);

    [Fact]
    public async Task ReadAsync_MarksBeyondTheLimitThatStay_AllHaveTheirTurn()
    {
        var articles = Enumerable.Range(0, 40).Select(_ => TestIds.Article()).ToList();
        foreach (var article in articles)
        {
            await Dirty.MarkAsync(article, [new(1, IndexListing.Issue(article), new DateOnly(2024, 1, 1), 7)], TestContext.Current.CancellationToken);
        }

        // None is removed, as where marks come as fast as they are counted; other tests may mark meanwhile.
        var dirty = Dirty;
        var shards = new HashSet<string>();
        for (var read = 0; read < 40; read++)
        {
            shards.Add(Assert.Single(await dirty.ReadAsync(1, TestContext.Current.CancellationToken)).Shard);
        }

        var marked = (await Dirty.ReadAsync(100_000, TestContext.Current.CancellationToken)).Where(mark => articles.Contains(mark.Hour.Listing.Id)).Select(mark => mark.Shard).ToHashSet();
        Assert.True(marked.Count > 1);
        Assert.Empty(marked.Except(shards));
    }
}

public sealed class DirtyHourTests
{
    [Theory]
    [InlineData(IndexKind.All, "")]
    [InlineData(IndexKind.Issue, "trade")]
    [InlineData(IndexKind.Branch, "ä_/\u00e9-1")]
    [InlineData(IndexKind.State, "rejected")]
    public void Of_RowThatIsCounted_IsItsHourAndIsReadBack(IndexKind kind, string id)
    {
        var listing = new IndexListing(kind, id);
        var key = new IndexLayout(new ShardPlan([])).KeyOf(4, listing, new IndexPosition(new DateTime(2024, 5, 2, 13, 14, 15), TestIds.Article()));

        var hour = DirtyHour.Of(key);

        Assert.Equal(new DirtyHour(kind == IndexKind.State ? 0 : 4, listing, new DateOnly(2024, 5, 2), 13), hour);
        Assert.Equal(hour, DirtyHour.Parse(hour.ToString()!));
    }

    [Theory]
    [InlineData(IndexKind.Actor)]
    [InlineData(IndexKind.Source)]
    [InlineData(IndexKind.Near)]
    [InlineData(IndexKind.Arrival)]
    public void Of_RowThatIsNotCounted_IsNone(IndexKind kind) =>
        Assert.Null(DirtyHour.Of(new IndexLayout(new ShardPlan([])).KeyOf(1, new IndexListing(kind, "x"), new IndexPosition(new DateTime(2024, 5, 2), TestIds.Article()))));
}
