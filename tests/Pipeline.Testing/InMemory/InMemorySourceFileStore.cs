using System.Collections.Concurrent;
using Pipeline.Storage;
using Pipeline.Storage.Files;

namespace Pipeline.Testing.InMemory;

public sealed class InMemorySourceFileStore(InMemoryStorage storage) : ISourceFileStore
{
    // No article in it can be of a later day.
    private static readonly DateTimeOffset DefaultModified = new(2024, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<string, SourceBlob> _blobs = new(StringComparer.Ordinal);

    /// <summary>Drops a file.</summary>
    public void Put(string blobName, byte[] content, DateTimeOffset? modified = null) =>
        _blobs[blobName] = new SourceBlob(storage.NextTag(), modified ?? DefaultModified, content);

    public void Put(string blobName, string text) => Put(blobName, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Returns a file's text; null where there is none.</summary>
    public string? Find(string blobName) => _blobs.TryGetValue(blobName, out var blob) ? System.Text.Encoding.UTF8.GetString(blob.Content!) : null;

    public void Put(string blobName, string text, DateTimeOffset modified) => Put(blobName, System.Text.Encoding.UTF8.GetBytes(text), modified);

    public void Remove(string blobName) => _blobs.TryRemove(blobName, out _);

    public async Task<SourceBlob?> ReadAsync(string blobName, int maxBytes, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Sources.Read", cancellationToken);
        return _blobs.TryGetValue(blobName, out var blob)
            ? blob with { Content = blob.Content!.Length <= maxBytes ? blob.Content : null }
            : null;
    }

    public async Task<string> ReadETagAsync(string blobName, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Sources.ReadETag", cancellationToken);
        return _blobs.TryGetValue(blobName, out var blob) ? blob.ETag : "";
    }

    public async Task<StoragePage<SourceBlobItem>> ScanAsync(string? token, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Sources.Scan", cancellationToken);
        return InMemoryPages.Take(_blobs.Select(blob => new SourceBlobItem(blob.Key, blob.Value.ETag, blob.Value.LastModified)), blob => blob.Name, token, limit);
    }

    public async Task<bool> TryDeleteAsync(string blobName, string etag, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Sources.Delete", cancellationToken);
        if (_blobs.TryGetValue(blobName, out var blob) && blob.ETag != etag)
        {
            return false;
        }

        Remove(blobName);
        return true;
    }
}
