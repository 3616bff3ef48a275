using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Index;

/// <summary>The table <see cref="TableNames.Index"/>: partition <c>{kind}-{id}_{shard}_{month}</c>, row <c>{date}_{articleId}</c>, both newest first.</summary>
public sealed class IndexStore(ArticleStorageClients clients) : IIndexStore
{
    private const int PageSize = 1_000;
    private static readonly string[] RevOnly = ["PartitionKey", "RowKey", "Rev"];
    private static readonly string[] PartitionOnly = ["PartitionKey"];

    private readonly TableClient _table = clients.Tables.GetTableClient(TableNames.Index);

    /// <inheritdoc/>
    public async Task<bool> TryPutAsync(IndexRow row, CancellationToken cancellationToken)
    {
        var entity = IndexRows.Write(row);
        ETag? present = null;
        while (true)
        {
            try
            {
                _ = present is null
                    ? await _table.AddEntityAsync(entity, cancellationToken)
                    : await _table.UpdateEntityAsync(entity, present.Value, TableUpdateMode.Replace, cancellationToken);
                return true;
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                var current = await ReadRevAsync(row.Key, cancellationToken);
                if (current is not null && IndexRows.ReadRev(current) >= row.Entry.Rev)
                {
                    // Of this very revision: a repetition that finds its own write.
                    return IndexRows.ReadRev(current) == row.Entry.Rev;
                }

                present = current?.ETag;
            }
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(IndexKey key, int maxRev, CancellationToken cancellationToken)
    {
        while (await ReadRevAsync(key, cancellationToken) is { } current && IndexRows.ReadRev(current) <= maxRev)
        {
            try
            {
                await _table.DeleteEntityAsync(key.PartitionKey, key.RowKey, current.ETag, cancellationToken);
                return;
            }
            catch (RequestFailedException exception) when (exception.IsConflict())
            {
                // Somebody replaced the row meanwhile: look again whose it is.
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IndexPage> ReadAsync(IndexQuery query, IndexKey? after, int limit, CancellationToken cancellationToken)
    {
        var columns = query.WithCandidates ? IndexRows.DigestColumns : IndexRows.ListingColumns;
        var rows = new List<IndexRow>(limit + 1);
        foreach (var filter in IndexFilters.For(query, after))
        {
            await foreach (var row in _table.QueryAsync<TableEntity>(filter, limit + 1 - rows.Count, columns, cancellationToken))
            {
                rows.Add(IndexRows.Read(row));
                if (rows.Count > limit)
                {
                    rows.RemoveAt(limit);
                    return new IndexPage(rows, rows[^1].Key);
                }
            }
        }

        return new IndexPage(rows, Next: null);
    }

    /// <inheritdoc/>
    public async Task<IndexCounts> CountAsync(IndexKind kind, int maxPages, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var pages = _table
            .QueryAsync<TableEntity>(IndexFilters.ForKind(kind), PageSize, PartitionOnly, cancellationToken)
            .AsPages(pageSizeHint: PageSize);
        var read = 0;
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var row in page.Values)
            {
                var id = IndexFilters.ReadId(kind, row.PartitionKey);
                counts[id] = counts.GetValueOrDefault(id) + 1;
            }

            if (++read == maxPages && page.ContinuationToken is not null)
            {
                return new IndexCounts(counts, Complete: false);
            }
        }

        return new IndexCounts(counts, Complete: true);
    }

    private async Task<TableEntity?> ReadRevAsync(IndexKey key, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(key.PartitionKey, key.RowKey, RevOnly, cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
