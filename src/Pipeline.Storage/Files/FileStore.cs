using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Files;

/// <summary>
/// The table <see cref="TableNames.Files"/>: partition <c>{fileId}</c>, row <c>file</c>, and rows <c>part_{n}</c> where a
/// file holds more articles than one row takes. Rows of one file change together.
/// </summary>
public sealed class FileStore(ArticleStorageClients clients) : IFileStore
{
    private const int MaxReads = 5;

    // Each article of a file reads its row. Where that is long, those of the files in work are kept, and only asked whether they changed.
    private const int MaxKept = 4;

    private static readonly string[] StampOnly = [FileRows.Stamp];

    private readonly ConcurrentDictionary<string, (Guid Stamp, Stored<FileRecord> Row)> _kept = new(StringComparer.Ordinal);

    private readonly TableClient _table = clients.Tables.GetTableClient(TableNames.Files);

    /// <inheritdoc/>
    public async Task<Stored<FileRecord>?> ReadAsync(string fileId, CancellationToken cancellationToken)
    {
        if (await FindKeptAsync(fileId, cancellationToken) is { } kept)
        {
            return kept;
        }

        for (var read = 0; read < MaxReads; read++)
        {
            var row = await _table.GetEntityIfExistsAsync<TableEntity>(fileId, FileRows.MainKey, cancellationToken: cancellationToken);
            if (!row.HasValue)
            {
                return null;
            }

            var parts = FileRows.PartCount(row.Value!) == 0 ? [] : await ReadPartsAsync(fileId, cancellationToken);
            if (FileRows.TryRead(row.Value!, parts, out var record))
            {
                var stored = new Stored<FileRecord>(record, row.Value!.ETag.ToString());
                if (parts.Count > 0)
                {
                    Keep(fileId, row.Value!.GetGuid(FileRows.Stamp)!.Value, stored);
                }

                return stored;
            }
        }

        throw new TimeoutException($"The rows of file {fileId} changed during each of {MaxReads} reads.");
    }

    /// <inheritdoc/>
    public async Task<string?> TryWriteAsync(FileRecord record, Stored<FileRecord>? previous, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(record, previous, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            var current = await ReadAsync(record.FileId, cancellationToken);
            return current is not null && current.Tag != previous?.Tag && current.Value.Says(record) ? current.Tag : null;
        }
    }

    /// <inheritdoc/>
    public async Task<StoragePage<Stored<FileRecord>>> ScanAsync(string? token, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {FileRows.MainKey}");
        var page = await _table.ReadPageAsync(filter, columns: null, token, limit, cancellationToken);
        var records = new List<Stored<FileRecord>>();
        foreach (var row in page.Items)
        {
            if (FileRows.TryRead(row, [], out var record))
            {
                records.Add(new Stored<FileRecord>(record, row.ETag.ToString()));
            }
            else if (await ReadAsync(row.PartitionKey, cancellationToken) is { } whole)
            {
                records.Add(whole);
            }
        }

        return new StoragePage<Stored<FileRecord>>(records, page.Next);
    }

    /// <inheritdoc/>
    public async Task<bool> TryForgetAsync(Stored<FileRecord> record, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(record.Value.FileId, FileRows.MainKey, new ETag(record.Tag), cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    /// <summary>Returns a row that was read before and has not changed since: every write puts a new stamp on it.</summary>
    private async Task<Stored<FileRecord>?> FindKeptAsync(string fileId, CancellationToken cancellationToken)
    {
        if (!_kept.TryGetValue(fileId, out var kept))
        {
            return null;
        }

        var row = await _table.GetEntityIfExistsAsync<TableEntity>(fileId, FileRows.MainKey, StampOnly, cancellationToken);
        if (row.HasValue && row.Value!.GetGuid(FileRows.Stamp) == kept.Stamp)
        {
            return kept.Row;
        }

        _kept.TryRemove(fileId, out _);
        return null;
    }

    private void Keep(string fileId, Guid stamp, Stored<FileRecord> row)
    {
        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        _kept[fileId] = (stamp, row);
    }

    private async Task<string> WriteAsync(FileRecord record, Stored<FileRecord>? previous, CancellationToken cancellationToken)
    {
        var rows = FileRows.Write(record);
        var oldParts = previous is null ? 0 : FileRows.PartCount(previous.Value);
        if (rows.Count == 1 && oldParts == 0)
        {
            var response = previous is null
                ? await _table.AddEntityAsync(rows[0], cancellationToken)
                : await _table.UpdateEntityAsync(rows[0], new ETag(previous.Tag), TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag!.Value.ToString();
        }

        var actions = new List<TableTransactionAction>
        {
            previous is null
                ? new TableTransactionAction(TableTransactionActionType.Add, rows[0])
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, rows[0], new ETag(previous.Tag)),
        };
        actions.AddRange(rows.Skip(1).Select(part => new TableTransactionAction(TableTransactionActionType.UpsertReplace, part)));
        for (var part = rows.Count - 1; part < oldParts; part++)
        {
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(record.FileId, FileRows.PartKey(part)), ETag.All));
        }

        var responses = await _table.SubmitTransactionAsync(actions, cancellationToken);
        return responses.Value[0].Headers.ETag!.Value.ToString();
    }

    private async Task<List<TableEntity>> ReadPartsAsync(string fileId, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {fileId} and RowKey ge {FileRows.PartKey(0)}");
        var parts = new List<TableEntity>();
        await foreach (var part in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            parts.Add(part);
        }

        return parts;
    }
}
