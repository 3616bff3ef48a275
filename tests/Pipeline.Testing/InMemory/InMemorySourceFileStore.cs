using System.Collections.Concurrent;
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

    public void Remove(string blobName) => _blobs.TryRemove(blobName, out _);

    public async Task<SourceBlob?> ReadAsync(string blobName, int maxBytes, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Sources.Read", cancellationToken);
        return _blobs.TryGetValue(blobName, out var blob)
            ? blob with { Content = blob.Content[..(int)Math.Min(blob.Content.Length, maxBytes + 1L)] }
            : null;
    }

    public async Task<string> ReadETagAsync(string blobName, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Sources.ReadETag", cancellationToken);
        return _blobs.TryGetValue(blobName, out var blob) ? blob.ETag : "";
    }
}
