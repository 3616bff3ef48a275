using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Testing;
using Pipeline.Testing.InMemory;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Xunit;

namespace Pipeline.Storage.Tests.Index;

public abstract class IndexStoreTests
{
    private readonly string _issue = TestIds.Issue();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IIndexStore Index { get; }

    protected static IndexLayout Layout { get; } = new(new ShardPlan([]));

    protected virtual IndexLayout Where => Layout;

    protected IndexListing Listing => IndexListing.Issue(_issue);

    [Theory]
    [InlineData(IndexColumns.Listing)]
    [InlineData(IndexColumns.Digest)]
    [InlineData(IndexColumns.Statistics)]
    [InlineData(IndexColumns.Signature)]
    [InlineData(IndexColumns.Position)]
    public async Task TryPutAsync_WholeRow_IsReadBackWithWhatIsAskedFor(IndexColumns columns)
    {
        var row = Row(new DateTime(2024, 2, 29, 13, 14, 15), rev: 3);

        Assert.True(await Index.TryPutAsync(row, Token));

        var page = await Index.ReadAsync(new IndexQuery(Listing) { Columns = columns }, null, 10, Token);
        var key = new IndexEntry { ArticleId = row.Entry.ArticleId, Rev = 0 };
        var expected = columns switch
        {
            IndexColumns.Listing => row.Entry with { Candidates = [], Signature = default },
            IndexColumns.Digest => row.Entry with { Summary = [], SummaryKind = null, Signature = default },
            IndexColumns.Statistics => key with { Source = row.Entry.Source, Issues = row.Entry.Issues, Actors = row.Entry.Actors },
            IndexColumns.Signature => key with { Signature = row.Entry.Signature },
            _ => key,
        };
        JsonAssert.Same(row with { Entry = expected }, Assert.Single(page.Rows));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task ScanAsync_PageByPage_HasEachRowOnceWithItsRevision()
    {
        // In the tables that few others of these tests write to.
        IndexRow[] rows = [Row(new DateTime(2024, 2, 29), rev: 1, generation: 0), Row(new DateTime(2024, 3, 1), rev: 2, generation: 0), Row(new DateTime(2024, 3, 1), rev: 3, generation: 0)];
        foreach (var row in rows)
        {
            await Index.TryPutAsync(row, Token);
        }

        var found = new List<IndexRowItem>();
        string? token = null;
        do
        {
            var page = await Index.ScanAsync(rows[0].Key.Generation, token, limit: 2, Token);
            found.AddRange(page.Items);
            token = page.Next;
        }
        while (token is not null);

        Assert.All(rows, row => Assert.Equal((row.Entry.ArticleId, row.Entry.Rev), Assert.Single(found.Where(item => item.Key == row.Key).Select(item => (item.ArticleId, item.Rev)))));
        Assert.Equal(2, await Index.ReadRevAsync(rows[1].Key, Token));
        Assert.Null(await Index.ReadRevAsync(rows[1].Key with { RowKey = "0" }, Token));
    }

    [Theory]
    [InlineData(1, 2, true, 2)]
    [InlineData(2, 2, true, 2)]
    [InlineData(3, 2, false, 3)]
    public async Task TryPutAsync_WhereThereIsARow_TheHigherRevisionStays(int present, int put, bool expected, int left)
    {
        var row = Row(new DateTime(2024, 2, 29), present);
        await Index.TryPutAsync(row, Token);

        var result = await Index.TryPutAsync(row with { Entry = row.Entry with { Rev = put } }, Token);

        Assert.Equal(expected, result);
        Assert.Equal(left, Assert.Single((await Index.ReadAsync(new IndexQuery(Listing), null, 10, Token)).Rows).Entry.Rev);
    }

    [Theory]
    [InlineData(2, 2, 0)]
    [InlineData(2, 3, 0)]
    [InlineData(3, 2, 1)]
    public async Task DeleteAsync_Row_GoesUnlessItsRevisionIsHigher(int present, int maxRev, int left)
    {
        var row = Row(new DateTime(2024, 2, 29), present);
        await Index.TryPutAsync(row, Token);

        await Index.DeleteAsync(row.Key, maxRev, Token);

        Assert.Equal(left, (await Index.ReadAsync(new IndexQuery(Listing), null, 10, Token)).Rows.Count);
    }

    [Fact]
    public async Task DeleteAsync_NoRow_IsDone()
    {
        await Index.DeleteAsync(Row(new DateTime(2024, 2, 29), 1).Key, 1, Token);
    }

    [Fact]
    public async Task ReadAsync_RowsOfManyMonths_AreNewestFirst()
    {
        DateTime[] times = [new(2023, 12, 31, 23, 59, 59), new(2024, 1, 1), new(1987, 6, 5), new(2024, 1, 31), new(2026, 2, 1), new(2024, 1, 1, 0, 0, 1)];
        foreach (var time in times)
        {
            await Index.TryPutAsync(Row(time, 1), Token);
        }

        var page = await Index.ReadAsync(new IndexQuery(Listing), null, 100, Token);

        Assert.Equal(times.OrderDescending(), page.Rows.Select(TimeOf));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-01-02")] // a day
    [InlineData("2023-12-31", "2024-01-02")] // across a year
    [InlineData("2023-12-15", "2024-03-15")] // across months, from and to within them
    [InlineData("2024-02-01", null)]
    [InlineData(null, "2024-02-01")]
    [InlineData("2030-01-01", "2031-01-01")]
    [InlineData("0001-01-01", "9999-12-31")]
    public async Task ReadAsync_Range_HasExactlyTheRowsInIt(string? from, string? before)
    {
        var times = Enumerable.Range(0, 40).Select(day => new DateTime(2023, 12, 1).AddDays(day * 3).AddHours(day % 24)).ToList();
        times.Add(new DateTime(2024, 1, 1));
        times.Add(new DateTime(2024, 1, 2));
        times.Add(new DateTime(2024, 1, 2).AddTicks(-1));
        times.Add(new DateTime(2024, 2, 1));
        foreach (var time in times)
        {
            await Index.TryPutAsync(Row(time, 1), Token);
        }

        var query = new IndexQuery(Listing, Day(from), Day(before));
        var page = await Index.ReadAsync(query, null, 100, Token);

        var expected = times.Where(time => (query.From is null || time >= query.From) && (query.Before is null || time < query.Before));
        Assert.Equal(expected.OrderDescending(), page.Rows.Select(TimeOf));
    }

    [Fact]
    public async Task ReadAsync_BandOfSignaturesAcrossMonths_HasExactlyTheRowsInTheRange()
    {
        var band = IndexListing.Near(TestIds.Issue());
        DateTime[] times = [new(2023, 11, 30), new(2023, 12, 15), new(2023, 12, 31, 23, 0, 0), new(2024, 1, 20), new(2024, 2, 9), new(2024, 2, 10), new(2024, 2, 28)];
        foreach (var time in times)
        {
            var row = Row(time, 1);
            Assert.True(await Index.TryPutAsync(row with { Key = Where.KeyOf(1, band, row.Position) }, Token));
        }

        var page = await Index.ReadAsync(new IndexQuery(band, new DateTime(2023, 12, 15), new DateTime(2024, 2, 10)), null, 100, Token);

        Assert.Equal([times[4], times[3], times[2], times[1]], page.Rows.Select(TimeOf));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task ReadAsync_PageByPage_ShowsEachRowOnce(int limit)
    {
        var times = Enumerable.Range(0, 21).Select(i => new DateTime(2023, 12, 20).AddHours(i * 31 / 3 * 3)).ToList();
        foreach (var time in times)
        {
            await Index.TryPutAsync(Row(time, 1), Token);
        }

        var read = new List<DateTime>();
        var query = new IndexQuery(Listing, new DateTime(2023, 12, 21), new DateTime(2024, 1, 10));
        IndexPosition? after = null;
        do
        {
            var page = await Index.ReadAsync(query, after, limit, Token);
            Assert.True(page.Next is null || page.Rows.Count == limit);
            read.AddRange(page.Rows.Select(TimeOf));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(times.Where(time => time >= query.From && time < query.Before).OrderDescending(), read);
    }

    [Fact]
    public async Task ReadAsync_ListingWhoseIdBeginsLikeAnother_IsItsOwn()
    {
        await Index.TryPutAsync(Row(new DateTime(2024, 1, 1), 1), Token);
        var longer = Row(new DateTime(2024, 1, 1), 1);
        var position = new IndexPosition(new DateTime(2024, 1, 1), longer.Entry.ArticleId);
        await Index.TryPutAsync(longer with { Key = Where.KeyOf(1, IndexListing.Issue(_issue + "-more"), position) }, Token);
        await Index.TryPutAsync(longer with { Key = Where.KeyOf(1, IndexListing.Issue(_issue + "_0"), position) }, Token);

        Assert.Single((await Index.ReadAsync(new IndexQuery(Listing), null, 100, Token)).Rows);
    }

    [Fact]
    public async Task ReadAsync_OtherGeneration_HasNothingOfThisOne()
    {
        await Index.TryPutAsync(Row(new DateTime(2024, 1, 1), 1), Token);

        Assert.Empty((await Index.ReadAsync(new IndexQuery(Listing) { Generation = 0 }, null, 100, Token)).Rows);
    }

    private static DateTime? Day(string? text) => text is null ? null : DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime TimeOf(IndexRow row) =>
        Pipeline.Storage.Keys.InvertedTime.TryReadTicks(row.Key.RowKey.AsSpan(0, 19), out var time) ? time : throw new FormatException(row.Key.RowKey);

    protected IndexRow Row(DateTime time, int rev, int generation = 1)
    {
        var articleId = TestIds.Article();
        return new IndexRow(
            Where.KeyOf(generation, Listing, new IndexPosition(time, articleId)),
            new IndexEntry
            {
                ArticleId = articleId,
                Rev = rev,
                FirstSeen = new DateTimeOffset(2024, 5, 2, 10, 11, 12, TimeSpan.Zero),
                Published = new PublicationDate(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)),
                BlobName = "a.txt",
                Title = "Title",
                TitleDerived = true,
                Authors = ["Ada Lund"],
                Url = "https://example.org/a",
                Updated = new DateTimeOffset(2024, 5, 2, 10, 12, 12, TimeSpan.Zero),
                Actors = [new ActorScore("Norway", Pipeline.Text.Tagging.ActorType.Country, 0.5, null, "Q20")],
                Cluster = articleId,
                Signature = new byte[] { 1, 2, 3 },
                Source = "Newswire",
                Language = "en",
                Summary = [new SummarySentence("First.", 0, 6)],
                SummaryKind = SummaryKind.Lead,
                Candidates = [new DigestCandidate("First.", 0, 6, 0.25) { Issues = [_issue] }],
                Issues = [new IssueScore(_issue, 0.5)],
                Score = 0.5,
            });
    }
}

public sealed class InMemoryIndexStoreTests : IndexStoreTests
{
    protected override IIndexStore Index { get; } = new InMemoryStorage().Index;
}

public sealed class AzuriteIndexStoreTests(AzuriteStorage storage) : IndexStoreTests
{
    protected override IIndexStore Index => new IndexStore(storage.Clients, Layout);
}

public sealed class ShardedIndexStoreTests(AzuriteStorage storage) : IndexStoreTests
{
    private static readonly IndexLayout Sharded = new(new ShardPlan([new ShardRule { Kind = IndexKind.Issue, From = new DateOnly(2023, 12, 1), Count = 3 }]));

    protected override IIndexStore Index => new IndexStore(storage.Clients, Sharded);

    protected override IndexLayout Where => Sharded;

    [Fact]
    public async Task TryPutAsync_ManyRows_LieInAllShardsFromTheMonthOn()
    {
        var old = Enumerable.Range(0, 20).Select(i => Row(new DateTime(2023, 11, 2).AddHours(i), 1)).ToList();
        var recent = Enumerable.Range(0, 60).Select(i => Row(new DateTime(2023, 12, 2).AddHours(i), 1)).ToList();

        Assert.Single(old.Select(row => row.Key.PartitionKey).Distinct());
        Assert.Equal(3, recent.Select(row => row.Key.PartitionKey).Distinct().Count());
        foreach (var row in old.Concat(recent))
        {
            await Index.TryPutAsync(row, TestContext.Current.CancellationToken);
        }

        var page = await Index.ReadAsync(new IndexQuery(Listing), null, 100, TestContext.Current.CancellationToken);
        Assert.Equal(old.Concat(recent).Select(row => row.Entry.ArticleId).Order(), page.Rows.Select(row => row.Entry.ArticleId).Order());
    }
}
