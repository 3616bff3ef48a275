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
        await foreach (var page in container.GetBlobsAsync(cancellationToken: cancellationToken).AsPages(token, limit))
        {
            return new StoragePage<BlobItem>(page.Values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new StoragePage<BlobItem>([], Next: null);
    }
}
