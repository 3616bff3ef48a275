using Pipeline.Storage.Files;
using Pipeline.Testing.InMemory;
using Xunit;

namespace Pipeline.Storage.Tests.Files;

public abstract class FileStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IFileStore Files { get; }

    [Fact]
    public async Task ReadAsync_UnknownFile_IsNull()
    {
        Assert.Null(await Files.ReadAsync(TestIds.Article(), Token));
    }

    [Fact]
    public async Task TryWriteAsync_NewRecord_IsReadBack()
    {
        var record = Record(articles: 2, retiring: 1);

        var tag = await Files.TryWriteAsync(record, null, Token);

        var read = await Files.ReadAsync(record.FileId, Token);
        Assert.Equal(tag, read!.Tag);
        Assert.True(read.Value.Says(record));
        Assert.Equal(record.BlobName, read.Value.BlobName);
    }

    [Fact]
    public async Task ScanAsync_PageByPage_HasEachRecordWhole()
    {
        // One of more articles than a row takes.
        var records = new[] { Record(articles: 2, retiring: 1), Record(articles: 0, retiring: 0), Record(articles: 1_500, retiring: 0) };
        foreach (var record in records)
        {
            await Files.TryWriteAsync(record, null, Token);
        }

        var found = new List<Stored<FileRecord>>();
        string? token = null;
        do
        {
            var page = await Files.ScanAsync(token, limit: 1, Token);
            found.AddRange(page.Items);
            token = page.Next;
        }
        while (token is not null);

        Assert.All(records, record => Assert.True(Assert.Single(found, row => row.Value.FileId == record.FileId).Value.Says(record)));
    }

    [Fact]
    public async Task TryForgetAsync_Record_GoesUnlessItChanged()
    {
        var record = Record(articles: 0, retiring: 0);
        await Files.TryWriteAsync(record, null, Token);
        var read = (await Files.ReadAsync(record.FileId, Token))!;
        await Files.TryWriteAsync(record with { Version = "second" }, read, Token);

        Assert.False(await Files.TryForgetAsync(read, Token));
        Assert.True(await Files.TryForgetAsync((await Files.ReadAsync(record.FileId, Token))!, Token));

        Assert.Null(await Files.ReadAsync(record.FileId, Token));
    }

    [Fact]
    public async Task TryWriteAsync_RecordThatSomebodyChanged_IsNull()
    {
        var record = Record(articles: 1, retiring: 0);
        await Files.TryWriteAsync(record, null, Token);
        var read = await Files.ReadAsync(record.FileId, Token);
        await Files.TryWriteAsync(record with { Version = "second" }, read, Token);

        var late = await Files.TryWriteAsync(record with { Version = "third" }, read, Token);

        Assert.Null(late);
        Assert.Equal("second", (await Files.ReadAsync(record.FileId, Token))!.Value.Version);
    }

    [Fact]
    public async Task TryWriteAsync_NewRecordWhereThereIsOne_IsNull()
    {
        var record = Record(articles: 1, retiring: 0);
        await Files.TryWriteAsync(record, null, Token);

        Assert.Null(await Files.TryWriteAsync(record with { Version = "other" }, null, Token));
    }

    [Fact]
    public async Task ReadAsync_ManyArticlesReadBefore_SeesEachChange()
    {
        var record = Record(articles: 3_000, retiring: 0);
        await Files.TryWriteAsync(record, null, Token);
        await Files.ReadAsync(record.FileId, Token);
        var unchanged = await Files.ReadAsync(record.FileId, Token);
        var tag = await Files.TryWriteAsync(record with { Version = "second", ArticleIds = [.. record.ArticleIds.Skip(1)] }, unchanged, Token);

        var changed = await Files.ReadAsync(record.FileId, Token);

        Assert.True(unchanged!.Value.Says(record));
        Assert.Equal(("second", 2_999, tag), (changed!.Value.Version, changed.Value.ArticleIds.Count, changed.Tag));
    }

    [Theory]
    [InlineData(1_200, 0)]
    [InlineData(1_201, 0)]
    [InlineData(3_000, 5_000)]
    public async Task TryWriteAsync_ManyArticles_AreReadBackInOrder(int articles, int retiring)
    {
        var record = Record(articles, retiring);

        await Files.TryWriteAsync(record, null, Token);

        Assert.True((await Files.ReadAsync(record.FileId, Token))!.Value.Says(record));
    }

    [Fact]
    public async Task TryWriteAsync_FewerArticlesThanBefore_LeavesNoneOver()
    {
        var many = Record(articles: 4_000, retiring: 0);
        await Files.TryWriteAsync(many, null, Token);
        var read = await Files.ReadAsync(many.FileId, Token);
        var few = many with { ArticleIds = [.. many.ArticleIds.Take(3)], Retiring = [.. many.ArticleIds.Skip(3).Take(1_300)] };

        var second = await Files.TryWriteAsync(few, read, Token);
        var third = await Files.TryWriteAsync(few with { Retiring = [] }, await Files.ReadAsync(many.FileId, Token), Token);

        Assert.NotNull(second);
        Assert.NotNull(third);
        Assert.True((await Files.ReadAsync(many.FileId, Token))!.Value.Says(few with { Retiring = [] }));
    }

    [Fact]
    public async Task TryWriteAsync_OverARecordThatWasWrittenAndNotRead_LeavesNoneOver()
    {
        // As a parser does it: it writes the row, announces what retires, and clears that without reading in between.
        var retiring = Record(articles: 1, retiring: 3_000);
        var tag = await Files.TryWriteAsync(retiring, null, Token);
        var cleared = await Files.TryWriteAsync(retiring with { Retiring = [] }, new Stored<FileRecord>(retiring, tag!), Token);
        var later = retiring with { ArticleIds = [.. retiring.Retiring.Take(1_300)], Retiring = [] };

        await Files.TryWriteAsync(later, new Stored<FileRecord>(retiring with { Retiring = [] }, cleared!), Token);

        Assert.True((await Files.ReadAsync(retiring.FileId, Token))!.Value.Says(later));
    }

    protected static FileRecord Record(int articles, int retiring) => new()
    {
        FileId = TestIds.Article(),
        BlobName = "a folder/ä #1?%.txt",
        ETag = "0x1",
        Version = "first",
        ArticleIds = [.. Enumerable.Range(0, articles).Select(_ => TestIds.Article())],
        Retiring = [.. Enumerable.Range(0, retiring).Select(_ => TestIds.Article())],
    };
}

public sealed class InMemoryFileStoreTests : FileStoreTests
{
    protected override IFileStore Files { get; } = new InMemoryStorage().Files;
}

public sealed class AzuriteFileStoreTests(AzuriteStorage storage) : FileStoreTests
{
    protected override IFileStore Files => new FileStore(storage.Clients);

    // The service's client repeats a call whose answer was lost. One of more articles than a row takes is written by a transaction.
    [Theory]
    [InlineData(2)]
    [InlineData(1_500)]
    public async Task TryWriteAsync_RepetitionOfANewRecord_FindsItsOwnWrite(int articles)
    {
        var record = Record(articles, retiring: 1);

        var first = await Files.TryWriteAsync(record, null, TestContext.Current.CancellationToken);
        var second = await Files.TryWriteAsync(record, null, TestContext.Current.CancellationToken);

        await AssertWrittenAsync(record, first, second);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1_500)]
    public async Task TryWriteAsync_RepetitionOverARecord_FindsItsOwnWrite(int articles)
    {
        var record = Record(articles, retiring: 1);
        await Files.TryWriteAsync(record, null, TestContext.Current.CancellationToken);
        var read = await Files.ReadAsync(record.FileId, TestContext.Current.CancellationToken);
        var changed = record with { Version = "second", Retiring = [] };

        var first = await Files.TryWriteAsync(changed, read, TestContext.Current.CancellationToken);
        var second = await Files.TryWriteAsync(changed, read, TestContext.Current.CancellationToken);

        await AssertWrittenAsync(changed, first, second);
    }

    [Fact]
    public async Task TryWriteAsync_AsManyArticlesAsOneTransactionTakes_AreReadBack()
    {
        string[] ids = [.. Enumerable.Repeat(TestIds.Article(), 72_000)];
        var record = new FileRecord { FileId = TestIds.Article(), BlobName = "big.jsonl", ArticleIds = ids, Retiring = ids };

        await Files.TryWriteAsync(record, null, TestContext.Current.CancellationToken);

        Assert.True((await Files.ReadAsync(record.FileId, TestContext.Current.CancellationToken))!.Value.Says(record));
    }

    [Fact]
    public async Task TryWriteAsync_MoreArticlesThanOneTransactionTakes_SaysSo()
    {
        var record = new FileRecord { FileId = TestIds.Article(), BlobName = "big.jsonl", ArticleIds = Enumerable.Repeat(TestIds.Article(), 72_001).ToArray() };

        await Assert.ThrowsAsync<ArgumentException>(() => Files.TryWriteAsync(record, null, TestContext.Current.CancellationToken));
    }

    /// <summary>Checks that a record was written once, and that both calls gave the tag by which it is written next.</summary>
    private async Task AssertWrittenAsync(FileRecord record, string? first, string? second)
    {
        var read = await Files.ReadAsync(record.FileId, TestContext.Current.CancellationToken);
        Assert.NotNull(first);
        Assert.Equal(first, second);
        Assert.Equal(first, read!.Tag);
        Assert.True(read.Value.Says(record));
    }
}
