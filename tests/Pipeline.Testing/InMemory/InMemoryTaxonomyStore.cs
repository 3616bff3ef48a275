using System.Collections.Concurrent;
using System.Text;
using Pipeline.Storage.Taxonomies;

namespace Pipeline.Testing.InMemory;

/// <summary>The user's taxonomy in memory. Its operations are counted apart from those of articles.</summary>
public sealed class InMemoryTaxonomyStore(InMemoryStorage storage) : ITaxonomyStore
{
    private readonly ConcurrentDictionary<string, (string ETag, byte[] Content)> _files = new(StringComparer.Ordinal);

    /// <summary>Gets how often the files were looked for.</summary>
    public int Looks { get; private set; }

    /// <summary>Gets how often a file was read.</summary>
    public int Reads { get; private set; }

    /// <summary>Gets or sets what is in force.</summary>
    public TaxonomyRecord? InForce { get; set; }

    /// <summary>Gets the report.</summary>
    public TaxonomyReport? Report { get; private set; }

    public void Put(string name, string text) => _files[name] = (storage.NextTag(), Encoding.UTF8.GetBytes(text));

    public void Remove(string name) => _files.TryRemove(name, out _);

    public Task<IReadOnlyList<TaxonomyBlob>> FindAsync(CancellationToken cancellationToken)
    {
        Looks++;
        return Task.FromResult<IReadOnlyList<TaxonomyBlob>>(
            [.. _files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new TaxonomyBlob(file.Key, file.Value.ETag))]);
    }

    public Task<ReadOnlyMemory<byte>?> ReadAsync(TaxonomyBlob blob, int maxBytes, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<ReadOnlyMemory<byte>?>(
            _files.TryGetValue(blob.Name, out var file) && file.ETag == blob.ETag
                ? file.Content.AsMemory(..(int)Math.Min(file.Content.Length, maxBytes + 1L))
                : null);
    }

    public Task<TaxonomyRecord?> ReadInForceAsync(CancellationToken cancellationToken) => Task.FromResult(InForce);

    public Task<bool> TryPutInForceAsync(TaxonomyRecord record, CancellationToken cancellationToken)
    {
        InForce = record;
        return Task.FromResult(true);
    }

    public Task WriteReportAsync(TaxonomyReport report, CancellationToken cancellationToken)
    {
        Report = report;
        return Task.CompletedTask;
    }

    public Task<TaxonomyReport?> ReadReportAsync(CancellationToken cancellationToken) => Task.FromResult(Report);

    public Task ClearAsync(CancellationToken cancellationToken)
    {
        InForce = null;
        Report = null;
        return Task.CompletedTask;
    }
}
