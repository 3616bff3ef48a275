using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Index;

/// <summary>
/// The tables of the index, one a generation: partition <c>{kind}-{id}_{shard}_{month}</c>, row <c>{date}_{articleId}</c>,
/// both newest first.
/// </summary>
/// <param name="clients">The clients of the storage account.</param>
/// <param name="layout">Where rows lie.</param>
public sealed class IndexStore(ArticleStorageClients clients, IndexLayout layout) : IIndexStore
{
    // Rows that a shard is asked for beyond its even share: most pages then need one call of each shard.
    private const int ShardSlack = 4;

    private static readonly string[] RevOnly = ["PartitionKey", "RowKey", "Rev"];
    private static readonly string[] RevAndTime = [.. RevOnly, "Timestamp"];

    /// <inheritdoc/>
    public async Task<bool> TryPutAsync(IndexRow row, CancellationToken cancellationToken)
    {
        var table = TableOf(row.Key.Generation);
        var entity = IndexRows.Write(row);

        // What an article's first revision writes is new; most rows of a later one are there already.
        for (var isNew = row.Entry.Rev == 1; ; isNew = false)
        {
            var present = isNew ? null : await ReadRevRowAsync(row.Key, cancellationToken);
            if (present is not null && IndexRows.ReadRev(present) >= row.Entry.Rev)
            {
                // Of this very revision: a repetition that finds its own write.
                return IndexRows.ReadRev(present) == row.Entry.Rev;
            }

            try
            {
                _ = present is null
                    ? await table.AddEntityAsync(entity, cancellationToken)
                    : await table.UpdateEntityAsync(entity, present.ETag, TableUpdateMode.Replace, cancellationToken);
                return true;
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                // Somebody wrote or removed the row meanwhile: look again.
            }
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(IndexKey key, int maxRev, CancellationToken cancellationToken)
    {
        while (await ReadRevRowAsync(key, cancellationToken) is { } current && IndexRows.ReadRev(current) <= maxRev)
        {
            try
            {
                await TableOf(key.Generation).DeleteEntityAsync(key.PartitionKey, key.RowKey, current.ETag, cancellationToken);
                return;
            }
            catch (RequestFailedException exception) when (exception.IsConflict() || exception.IsTableGone())
            {
                // Somebody replaced the row meanwhile, or its generation went: look again.
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IndexPage> ReadAsync(IndexQuery query, IndexPosition? after, int limit, CancellationToken cancellationToken)
    {
        var table = TableOf(IndexLayout.Generation(query.Generation, query.Listing));
        var count = layout.ShardsOf(query.Listing, query.Before);
        ShardReader[] shards = [.. Enumerable.Range(0, count).Select(shard => new ShardReader(table, query, shard, after))];
        var rows = new List<IndexRow>(limit);
        while (rows.Count <= limit)
        {
            // The next row of all is known once every shard has one at hand or has ended.
            ShardReader[] empty = [.. shards.Where(shard => !shard.HasRow && !shard.AtEnd)];
            if (empty.Length > 0)
            {
                var share = count == 1 ? limit + 1 : ((limit + 1 - rows.Count) / count) + ShardSlack;
                await Task.WhenAll(empty.Select(shard => shard.FillAsync(share, cancellationToken)));
                continue;
            }

            if (shards.Where(shard => shard.HasRow).MinBy(shard => shard.Row.Key.RowKey, StringComparer.Ordinal) is not { } next)
            {
                return new IndexPage(rows, Next: null);
            }

            if (rows.Count == limit)
            {
                break;
            }

            rows.Add(next.Take());
        }

        return new IndexPage(rows, rows[^1].Position);
    }

    /// <inheritdoc/>
    public async Task<int?> ReadRevAsync(IndexKey key, CancellationToken cancellationToken) =>
        await ReadRevRowAsync(key, cancellationToken) is { } row ? IndexRows.ReadRev(row) : null;

    /// <inheritdoc/>
    public async Task<StoragePage<IndexRowItem>> ScanAsync(int generation, string? token, int limit, CancellationToken cancellationToken)
    {
        try
        {
            var page = await TableOf(generation).ReadPageAsync(filter: null, RevAndTime, token, limit, cancellationToken);
            return new StoragePage<IndexRowItem>([.. page.Items.Select(row => Describe(generation, row)).OfType<IndexRowItem>()], page.Next);
        }
        catch (RequestFailedException exception) when (exception.IsTableGone())
        {
            return new StoragePage<IndexRowItem>([], Next: null);
        }
    }

    private static IndexRowItem? Describe(int generation, TableEntity row) => IndexPosition.TryParse(row.RowKey, out var position)
        ? new IndexRowItem(new IndexKey(generation, row.PartitionKey, row.RowKey), position.Value.ArticleId, IndexRows.ReadRev(row), row.Timestamp!.Value)
        : null;

    private async Task<TableEntity?> ReadRevRowAsync(IndexKey key, CancellationToken cancellationToken)
    {
        try
        {
            var row = await TableOf(key.Generation).GetEntityIfExistsAsync<TableEntity>(key.PartitionKey, key.RowKey, RevOnly, cancellationToken);
            return row.HasValue ? row.Value : null;
        }
        catch (RequestFailedException exception) when (exception.IsTableGone())
        {
            return null;
        }
    }

    private TableClient TableOf(int generation) => clients.Tables.GetTableClient(TableNames.IndexOf(generation));
}
