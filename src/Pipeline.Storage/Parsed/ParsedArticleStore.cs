using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Storage.Keys;
using Pipeline.Text;

namespace Pipeline.Storage.Parsed;

/// <summary>The container <see cref="ContainerNames.Parsed"/>: <c>{articleId}/{version}.json</c>, and beside it <c>{articleId}/{version}.tags-{taggingVersion}.json</c>.</summary>
public sealed class ParsedArticleStore(ArticleStorageClients clients) : IParsedArticleStore
{
    private const string Json = ".json";
    private const string Tags = ".tags-";

    private static readonly BlobUploadOptions WriteOnce = new()
    {
        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
    };

    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(ContainerNames.Parsed);

    /// <inheritdoc/>
    public Task WriteAsync(string articleId, string version, ParsedArticle article, CancellationToken cancellationToken) =>
        WriteAsync(ArticleName(articleId, version), article, cancellationToken);

    /// <inheritdoc/>
    public Task<ParsedArticle?> ReadAsync(string articleId, string version, CancellationToken cancellationToken) =>
        ReadAsync<ParsedArticle>(ArticleName(articleId, version), cancellationToken);

    /// <inheritdoc/>
    public Task WriteTagsAsync(string articleId, string version, string taggingVersion, ArticleAnalysis analysis, CancellationToken cancellationToken) =>
        WriteAsync(TagsName(articleId, version, taggingVersion), analysis, cancellationToken);

    /// <inheritdoc/>
    public Task<ArticleAnalysis?> ReadTagsAsync(string articleId, string version, string taggingVersion, CancellationToken cancellationToken) =>
        ReadAsync<ArticleAnalysis>(TagsName(articleId, version, taggingVersion), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ExistsAsync(string articleId, string version, string taggingVersion, CancellationToken cancellationToken)
    {
        string[] names = [ArticleName(articleId, version), TagsName(articleId, version, taggingVersion)];
        var found = await Task.WhenAll(names.Select(name => _container.GetBlobClient(name).ExistsAsync(cancellationToken)));
        return found.All(blob => blob.Value);
    }

    /// <inheritdoc/>
    public async Task<StoragePage<ParsedBlobItem>> ScanAsync(string? token, int limit, CancellationToken cancellationToken)
    {
        var page = await _container.ReadPageAsync(token, limit, cancellationToken);
        return new StoragePage<ParsedBlobItem>([.. page.Items.Select(blob => Describe(blob.Name, blob.Properties.LastModified!.Value)).OfType<ParsedBlobItem>()], page.Next);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        await _container.GetBlobClient(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    private static string ArticleName(string articleId, string version) => $"{articleId}/{version}{Json}";

    private static string TagsName(string articleId, string version, string taggingVersion) => $"{articleId}/{version}{Tags}{taggingVersion}{Json}";

    /// <summary>Reads a blob's name; null where it is none that this store writes: it is somebody else's.</summary>
    private static ParsedBlobItem? Describe(string name, DateTimeOffset lastModified)
    {
        if (name.Split('/') is not [var articleId, var file] || !ArticleIds.IsId(articleId) || !file.EndsWith(Json, StringComparison.Ordinal))
        {
            return null;
        }

        var versions = file[..^Json.Length].Split(Tags);
        return versions.Length <= 2 ? new ParsedBlobItem(name, articleId, versions[0], versions.ElementAtOrDefault(1), lastModified) : null;
    }

    private async Task WriteAsync<T>(string name, T value, CancellationToken cancellationToken)
    {
        try
        {
            var content = BinaryData.FromObjectAsJson(value, PipelineJson.Options);
            await _container.GetBlobClient(name).UploadAsync(content, WriteOnce, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobAlreadyExists || exception.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // The version is there: it is the same for ever.
        }
    }

    private async Task<T?> ReadAsync<T>(string name, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var download = await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return download.Value.Content.ToObjectFromJson<T>(PipelineJson.Options);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return null;
        }
    }
}
