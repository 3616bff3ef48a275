using Pipeline.Storage;
using Pipeline.Storage.Files;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryFileStore(InMemoryStorage storage) : IFileStore
{
    private readonly Dictionary<string, Stored<FileRecord>> _rows = new(StringComparer.Ordinal);

    public IReadOnlyCollection<FileRecord> All => [.. _rows.Values.Select(row => row.Value)];

    public async Task<Stored<FileRecord>?> ReadAsync(string fileId, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Files.Read", cancellationToken);
        lock (_rows)
        {
            return _rows.GetValueOrDefault(fileId);
        }
    }

    public async Task<string?> TryWriteAsync(FileRecord record, Stored<FileRecord>? previous, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Files.Write", cancellationToken);
        lock (_rows)
        {
            if (_rows.GetValueOrDefault(record.FileId)?.Tag != previous?.Tag)
            {
                return null;
            }

            var row = new Stored<FileRecord>(record, storage.NextTag());
            _rows[record.FileId] = row;
            return row.Tag;
        }
    }

    public async Task<StoragePage<Stored<FileRecord>>> ScanAsync(string? token, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Files.Scan", cancellationToken);
        lock (_rows)
        {
            return InMemoryPages.Take(_rows.Values, row => row.Value.FileId, token, limit);
        }
    }

    public async Task<bool> TryForgetAsync(Stored<FileRecord> record, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Files.Forget", cancellationToken);
        lock (_rows)
        {
            return _rows.GetValueOrDefault(record.Value.FileId)?.Tag == record.Tag && _rows.Remove(record.Value.FileId);
        }
    }
}
