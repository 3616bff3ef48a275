using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Text;

namespace Pipeline.Storage.Parsed;

/// <summary>The container <see cref="ContainerNames.Parsed"/>: <c>{articleId}/{version}.json</c>, and beside it <c>{articleId}/{version}.tags-{taggingVersion}.json</c>.</summary>
public sealed class ParsedArticleStore(ArticleStorageClients clients) : IParsedArticleStore
{
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

    private static string ArticleName(string articleId, string version) => $"{articleId}/{version}.json";

    private static string TagsName(string articleId, string version, string taggingVersion) => $"{articleId}/{version}.tags-{taggingVersion}.json";

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
