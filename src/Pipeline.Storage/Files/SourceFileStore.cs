using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Files;

/// <summary>The container <see cref="ContainerNames.Articles"/>.</summary>
public sealed class SourceFileStore(ArticleStorageClients clients) : ISourceFileStore
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(ContainerNames.Articles);

    /// <inheritdoc/>
    public async Task<SourceBlob?> ReadAsync(string blobName, int maxBytes, CancellationToken cancellationToken)
    {
        if (Find(blobName) is not { } blob)
        {
            return null;
        }

        try
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            using var body = download.Value;
            var details = body.Details;
            byte[]? content = null;
            if (details.ContentLength <= maxBytes)
            {
                content = new byte[details.ContentLength];
                await body.Content.ReadExactlyAsync(content, cancellationToken);
            }

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
        if (Find(blobName) is not { } blob)
        {
            return "";
        }

        try
        {
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return ArticleVersions.Normalize(properties.Value.ETag);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return "";
        }
    }

    /// <inheritdoc/>
    public async Task<StoragePage<SourceBlobItem>> ScanAsync(string? token, int limit, CancellationToken cancellationToken)
    {
        var page = await _container.ReadPageAsync(token, limit, cancellationToken);
        return new StoragePage<SourceBlobItem>(
            [.. page.Items.Select(blob => new SourceBlobItem(blob.Name, ArticleVersions.Normalize(blob.Properties.ETag!.Value), blob.Properties.LastModified!.Value))],
            page.Next);
    }

    /// <inheritdoc/>
    public async Task<bool> TryDeleteAsync(string blobName, string etag, CancellationToken cancellationToken)
    {
        if (Find(blobName) is not { } blob)
        {
            return true;
        }

        try
        {
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = new ETag($"\"{etag}\"") }, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // A blob that is gone meets no condition either.
            return (await ReadETagAsync(blobName, cancellationToken)).Length == 0;
        }
    }

    private BlobClient? Find(string blobName) => SourceFileNames.Find(_container, blobName);
}
