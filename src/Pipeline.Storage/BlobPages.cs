using System.Net;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Pipeline.Storage;

/// <summary>Reads containers page by page, in the order of their blobs' names.</summary>
internal static class BlobPages
{
    /// <summary>Reads one page.</summary>
    /// <param name="container">The container.</param>
    /// <param name="token">The token of the page; null for the first.</param>
    /// <param name="limit">The most blobs, from 1 to 5,000.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async Task<StoragePage<BlobItem>> ReadPageAsync(this BlobContainerClient container, string? token, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(container, token, limit, cancellationToken);
        }
        catch (RequestFailedException exception) when (token is not null && exception.Status == (int)HttpStatusCode.BadRequest)
        {
            // A token that the service knows no longer: from the start.
            return await ReadAsync(container, token: null, limit, cancellationToken);
        }
    }

    private static async Task<StoragePage<BlobItem>> ReadAsync(BlobContainerClient container, string? token, int limit, CancellationToken cancellationToken)
    {
        await foreach (var page in container.GetBlobsAsync(cancellationToken: cancellationToken).AsPages(token, limit))
        {
            return new StoragePage<BlobItem>(page.Values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new StoragePage<BlobItem>([], Next: null);
    }
}
