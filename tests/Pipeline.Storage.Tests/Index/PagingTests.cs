using Azure.Data.Tables;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;
using Pipeline.Text;
using Xunit;

namespace Pipeline.Storage.Tests.Index;

/// <summary>Paging through thousands of rows while others come, change and go.</summary>
public sealed class PagingTests(AzuriteStorage storage)
{
    private static readonly DateTime First = new(2024, 1, 1);

    private readonly IndexListing _listing = IndexListing.Issue(TestIds.Issue());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1_000, 7, 1)]
    [InlineData(10_000, 100, 1)]
    [InlineData(10_000, 100, 3)]
    public async Task ReadAsync_WhileRowsComeChangeAndGo_GivesEachThatStaysOnceAndInOrder(int rows, int limit, int shards)
    {
        var layout = new IndexLayout(new ShardPlan([new ShardRule { Kind = IndexKind.Issue, From = new DateOnly(2024, 2, 1), Count = shards }]));
        var index = new IndexStore(storage.Clients, layout);
        var staying = await LoadAsync(layout, rows);
        using var reading = new CancellationTokenSource();

        var others = ChangeOthersAsync(index, layout, staying, reading.Token);
        var read = await ReadAllAsync(index, limit);
        await reading.CancelAsync();
        var changes = await others;

        Assert.True(changes > 10, "Rows came, changed and went meanwhile.");
        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.Equal(read.Select(position => position.RowKey).Order(StringComparer.Ordinal), read.Select(position => position.RowKey));
        var ids = staying.Select(position => position.ArticleId).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(ids.Order(StringComparer.Ordinal), read.Select(position => position.ArticleId).Where(ids.Contains).Order(StringComparer.Ordinal));
    }

    private async Task<List<IndexPosition>> ReadAllAsync(IndexStore index, int limit)
    {
        var read = new List<IndexPosition>();
        IndexPosition? after = null;
        do
        {
            var page = await index.ReadAsync(new IndexQuery(_listing) { Columns = IndexColumns.Position }, after, limit, Token);
            Assert.True(page.Next is null || page.Rows.Count == limit, "Pages are full but for the last.");
            read.AddRange(page.Rows.Select(row => row.Position));
            after = page.Next;
        }
        while (after is not null);

        return read;
    }

    /// <summary>Adds rows anywhere, and changes and deletes them; changes those that stay too.</summary>
    private async Task<int> ChangeOthersAsync(IndexStore index, IndexLayout layout, IReadOnlyList<IndexPosition> staying, CancellationToken cancellationToken)
    {
        var random = new Random(3);
        var present = new Queue<IndexRow>();
        var changes = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var row = Row(layout, new IndexPosition(First.AddMinutes(random.Next(staying.Count * 20)), TestIds.Article()), 1);
            await index.TryPutAsync(row, Token);
            present.Enqueue(row);
            await index.TryPutAsync(Row(layout, staying[random.Next(staying.Count)], 2 + changes), Token);
            if (present.Count > 3)
            {
                await index.DeleteAsync(present.Dequeue().Key, 1, Token);
            }

            changes++;
        }

        return changes;
    }

    private async Task<IReadOnlyList<IndexPosition>> LoadAsync(IndexLayout layout, int rows)
    {
        var table = storage.Clients.Tables.GetTableClient(TableNames.IndexOf(IndexGenerations.First));
        var positions = Enumerable.Range(0, rows).Select(i => new IndexPosition(First.AddMinutes(i * 20 / 3 * 3), TestIds.Article())).ToList();
        foreach (var batch in positions.Select(position => layout.KeyOf(IndexGenerations.First, _listing, position)).GroupBy(key => key.PartitionKey).SelectMany(partition => partition.Chunk(100)))
        {
            await table.SubmitTransactionAsync(
                batch.Select(key => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(key.PartitionKey, key.RowKey) { ["Rev"] = 1 })), Token);
        }

        return positions;
    }

    private IndexRow Row(IndexLayout layout, IndexPosition position, int rev) => new(
        layout.KeyOf(IndexGenerations.First, _listing, position),
        new IndexEntry { ArticleId = position.ArticleId, Rev = rev, Published = new PublicationDate(DateOnly.FromDateTime(position.Time)) });
}
