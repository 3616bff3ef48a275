using Azure;
using Azure.Storage.Blobs;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Files;

/// <summary>The container <see cref="ContainerNames.Articles"/>.</summary>
public sealed class SourceFileStore(ArticleStorageClients clients) : ISourceFileStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(ContainerNames.Articles);

    /// <inheritdoc/>
    public async Task<SourceBlob?> ReadAsync(string blobName, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            var download = await _container.GetBlobClient(blobName).DownloadStreamingAsync(cancellationToken: cancellationToken);
            using var body = download.Value;
            var details = body.Details;
            var content = new byte[Math.Min(details.ContentLength, maxBytes + 1L)];
            await body.Content.ReadExactlyAsync(content, cancellationToken);
            return new SourceBlob(ArticleVersions.Normalize(details.ETag), details.LastModified, content);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<string> ReadETagAsync(string blobName, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await _container.GetBlobClient(blobName).GetPropertiesAsync(cancellationToken: cancellationToken);
            return ArticleVersions.Normalize(properties.Value.ETag);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return "";
        }
    }
}
