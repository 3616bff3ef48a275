using System.Collections.Concurrent;
using System.Text.Json;
using Pipeline.Storage.Parsed;
using Pipeline.Text;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryParsedArticleStore(InMemoryStorage storage) : IParsedArticleStore
{
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
