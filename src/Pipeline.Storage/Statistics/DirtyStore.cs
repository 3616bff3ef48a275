using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Statistics;

/// <summary>The table <see cref="TableNames.Dirty"/>: a partition for a share of the articles, so that all marks of one are one transaction; a row an hour.</summary>
public sealed class DirtyStore(ArticleStorageClients clients) : IDirtyStore
{
    // 16 partitions of 2,000 writes a second are more than one account takes.
    private const int Shards = 16;

    // Behind every digit.
    private const string ShardEnd = "~";

    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    private readonly TableClient _table = clients.Tables.GetTableClient(TableNames.Dirty);

    // The next read begins behind the shard where one that was full ended: else marks that keep coming would hold up those behind them.
    private volatile string _start = "";

    /// <inheritdoc/>
    public async Task MarkAsync(string articleId, IReadOnlyCollection<DirtyHour> hours, CancellationToken cancellationToken)
    {
        var shard = ShardPlan.ShardOf(articleId, Shards).ToString("D2", CultureInfo.InvariantCulture);
        foreach (var chunk in hours.Chunk(TableLimits.TransactionRows))
        {
            await _table.SubmitTransactionAsync(
                chunk.Select(hour => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(shard, hour.ToString()))),
                cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DirtyMark>> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        var marks = new List<DirtyMark>();
        var start = _start;
        await ReadAsync(start.Length > 0 ? TableClient.CreateQueryFilter($"PartitionKey ge {start}") : null, marks, limit, cancellationToken);
        if (start.Length > 0 && marks.Count < limit)
        {
            await ReadAsync(TableClient.CreateQueryFilter($"PartitionKey lt {start}"), marks, limit, cancellationToken);
        }

        _start = marks.Count == limit ? marks[^1].Shard + ShardEnd : "";
        return marks;
    }

    /// <inheritdoc/>
    public async Task<bool> AnyAsync(int generation, CancellationToken cancellationToken)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{generation}{KeyEncoder.Separator}");
        var filter = TableClient.CreateQueryFilter($"RowKey ge {prefix} and RowKey lt {prefix + "~"}");
        await foreach (var _ in _table.QueryAsync<TableEntity>(filter, maxPerPage: 1, KeysOnly, cancellationToken))
        {
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(IReadOnlyCollection<DirtyMark> marks, CancellationToken cancellationToken)
    {
        foreach (var chunk in marks.GroupBy(mark => mark.Shard).SelectMany(shard => shard.Chunk(TableLimits.TransactionRows)))
        {
            await RemoveAsync(new ArraySegment<DirtyMark>(chunk), cancellationToken);
        }
    }

    private async Task RemoveAsync(ArraySegment<DirtyMark> marks, CancellationToken cancellationToken)
    {
        try
        {
            await _table.SubmitTransactionAsync(
                marks.Select(mark => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(mark.Shard, mark.Hour.ToString()), new ETag(mark.Tag))),
                cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            if (marks.Count > 1)
            {
                // Those that are not as they were read are found by halves: they are few.
                var half = marks.Count / 2;
                await RemoveAsync(marks[..half], cancellationToken);
                await RemoveAsync(marks[half..], cancellationToken);
            }
            else
            {
                await _table.UpsertEntityAsync(new TableEntity(marks[0].Shard, marks[0].Hour.ToString()), TableUpdateMode.Replace, cancellationToken);
            }
        }
    }

    private async Task ReadAsync(string? filter, List<DirtyMark> marks, int limit, CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, Math.Min(limit, 1_000), KeysOnly, cancellationToken))
        {
            marks.Add(new DirtyMark(row.PartitionKey, DirtyHour.Parse(row.RowKey), row.ETag.ToString()));
            if (marks.Count == limit)
            {
                return;
            }
        }
    }
}
