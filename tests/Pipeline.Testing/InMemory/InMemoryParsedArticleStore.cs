using System.Collections.Concurrent;
using System.Text.Json;
using Pipeline.Storage;
using Pipeline.Storage.Parsed;
using Pipeline.Text;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryParsedArticleStore(InMemoryStorage storage) : IParsedArticleStore
{
    // When a blob was written: long before any test begins, unless a test says otherwise.
    private static readonly DateTimeOffset Written = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<string, string> _blobs = new(StringComparer.Ordinal);

    public ICollection<string> Names => _blobs.Keys;

    public void Remove(string name) => _blobs.TryRemove(name, out _);

    public Task WriteAsync(string articleId, string version, ParsedArticle article, CancellationToken cancellationToken) =>
        AddAsync("Parsed.Write", $"{articleId}/{version}.json", article, cancellationToken);

    public Task<ParsedArticle?> ReadAsync(string articleId, string version, CancellationToken cancellationToken) =>
        FindAsync<ParsedArticle>("Parsed.Read", $"{articleId}/{version}.json", cancellationToken);

    public Task WriteTagsAsync(string articleId, string version, string taggingVersion, ArticleAnalysis analysis, CancellationToken cancellationToken) =>
        AddAsync("Parsed.WriteTags", $"{articleId}/{version}.tags-{taggingVersion}.json", analysis, cancellationToken);

    public Task<ArticleAnalysis?> ReadTagsAsync(string articleId, string version, string taggingVersion, CancellationToken cancellationToken) =>
        FindAsync<ArticleAnalysis>("Parsed.ReadTags", $"{articleId}/{version}.tags-{taggingVersion}.json", cancellationToken);

    public async Task<bool> ExistsAsync(string articleId, string version, string taggingVersion, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Parsed.Exists", cancellationToken);
        return _blobs.ContainsKey($"{articleId}/{version}.json") && _blobs.ContainsKey($"{articleId}/{version}.tags-{taggingVersion}.json");
    }

    public async Task<StoragePage<ParsedBlobItem>> ScanAsync(string? token, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Parsed.Scan", cancellationToken);
        return InMemoryPages.Take(_blobs.Keys.Select(Describe), blob => blob.Name, token, limit);
    }

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Parsed.Delete", cancellationToken);
        Remove(name);
    }

    private static ParsedBlobItem Describe(string name)
    {
        var parts = name.Split('/', '.');
        return new ParsedBlobItem(name, parts[0], parts[1], parts.Length > 3 ? parts[2]["tags-".Length..] : null, Written);
    }

    private async Task AddAsync<T>(string operation, string name, T value, CancellationToken cancellationToken)
    {
        await storage.EnterAsync(operation, cancellationToken);
        _blobs.TryAdd(name, JsonSerializer.Serialize(value, PipelineJson.Options));
    }

    private async Task<T?> FindAsync<T>(string operation, string name, CancellationToken cancellationToken)
        where T : class
    {
        await storage.EnterAsync(operation, cancellationToken);
        return _blobs.TryGetValue(name, out var json) ? JsonSerializer.Deserialize<T>(json, PipelineJson.Options) : null;
    }
}
