using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Poison;

/// <summary>
/// The table <see cref="TableNames.Poison"/>: partition <c>{queue}</c>, row <c>{time}_{messageId}</c>, newest first; and
/// partitions <c>error-{yyyyMMdd}</c>, row <c>{queue}_{id}</c>, for the last errors of a day: old ones are one range of keys.
/// </summary>
public sealed class PoisonStore(ArticleStorageClients clients, TimeProvider time) : IPoisonStore
{
    private const string ErrorPartitions = "error";

    private static readonly string[] TimeOnly = ["InsertedOn"];
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    private readonly TableClient _table = clients.Tables.GetTableClient(TableNames.Poison);

    /// <inheritdoc/>
    public async Task RecordErrorAsync(string queue, string id, string description, CancellationToken cancellationToken)
    {
        var row = new TableEntity(ErrorPartition(daysAgo: 0), ErrorKey(queue, id))
        {
            ["Error"] = ArticleLimits.Cut(description, ArticleLimits.MaxNameLength),
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string?> ReadErrorAsync(string queue, string id, CancellationToken cancellationToken)
    {
        for (var daysAgo = 0; daysAgo <= 1; daysAgo++)
        {
            var row = await _table.GetEntityIfExistsAsync<TableEntity>(ErrorPartition(daysAgo), ErrorKey(queue, id), cancellationToken: cancellationToken);
            if (row.HasValue)
            {
                return row.Value!.GetString("Error");
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task ForgetErrorAsync(string queue, string id, CancellationToken cancellationToken)
    {
        // The older first: a crash between the two leaves the newer one to be read.
        for (var daysAgo = 1; daysAgo >= 0; daysAgo--)
        {
            await _table.DeleteEntityAsync(ErrorPartition(daysAgo), ErrorKey(queue, id), ETag.All, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task ForgetOldErrorsAsync(CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {ErrorPartitions} and PartitionKey lt {ErrorPartition(daysAgo: 1)}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: KeysOnly, cancellationToken: cancellationToken))
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(PoisonRecord record, CancellationToken cancellationToken)
    {
        var row = new TableEntity(record.Queue, record.Id)
        {
            ["MessageId"] = record.MessageId,
            ["InsertedOn"] = record.InsertedOn.UtcDateTime,
            ["Body"] = record.Body.ToArray(),
            ["DequeueCount"] = record.DequeueCount,
            ["LastError"] = record.LastError,
            ["ArticleId"] = record.ArticleId,
            ["BlobETag"] = record.ETag,
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PoisonRecord>> ListAsync(string queue, string? after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {queue} and RowKey gt {after ?? ""}");
        return [.. (await ReadRowsAsync(filter, columns: null, limit, cancellationToken)).Select(Read)];
    }

    /// <inheritdoc/>
    public async Task<PoisonRecord?> FindAsync(string queue, string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(queue, id, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string queue, string id, CancellationToken cancellationToken) =>
        await _table.DeleteEntityAsync(queue, id, ETag.All, cancellationToken);

    /// <inheritdoc/>
    public async Task<PoisonDepth> MeasureAsync(string queue, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {queue}");
        var rows = await ReadRowsAsync(filter, TimeOnly, TablePages.MaxRows, cancellationToken);
        return new PoisonDepth(queue, rows.Count, rows is [] ? null : rows[^1].GetDateTimeOffset("InsertedOn"));
    }

    /// <summary>Reads as many rows as are asked for; pages may be short, and have a next one all the same.</summary>
    private async Task<List<TableEntity>> ReadRowsAsync(string filter, IEnumerable<string>? columns, int limit, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        string? token = null;
        do
        {
            var page = await _table.ReadPageAsync(filter, columns, token, limit - rows.Count, cancellationToken);
            rows.AddRange(page.Items);
            token = page.Next;
        }
        while (token is not null && rows.Count < limit);

        return rows;
    }

    private static PoisonRecord Read(TableEntity row) => new()
    {
        Queue = row.PartitionKey,
        MessageId = row.GetString("MessageId"),
        InsertedOn = row.GetDateTimeOffset("InsertedOn")!.Value,
        Body = row.GetBinary("Body"),
        DequeueCount = row.GetInt64("DequeueCount") ?? 0,
        LastError = row.GetString("LastError"),
        ArticleId = row.GetString("ArticleId"),
        ETag = row.GetString("BlobETag"),
    };

    private string ErrorPartition(int daysAgo) => $"{ErrorPartitions}-{time.GetUtcNow().UtcDateTime.AddDays(-daysAgo).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    private static string ErrorKey(string queue, string id) => $"{queue}{KeyEncoder.Separator}{id}";
}
