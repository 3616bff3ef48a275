using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Pipeline.LocalHost.Triggers.Blobs;

/// <summary>
/// The receipts of one blob function, where the platform keeps them: an empty blob
/// <c>blobreceipts/{hostId}/{functionId}/{ETag}/{container}/{blob}</c> for each content that was worked on. Unlike the
/// platform's, a receipt here means done, not queued.
/// </summary>
/// <param name="storage">The host's own storage.</param>
/// <param name="hostId">The id of the host.</param>
/// <param name="functionId">The id of the function.</param>
/// <param name="container">The container that the function watches.</param>
internal sealed class BlobReceipts(BlobServiceClient storage, string hostId, string functionId, string container)
{
    private const string ContainerName = "azure-webjobs-hosts";

    // The service's own bound on a name.
    private const int LongestBlobName = 1024;

    private readonly BlobContainerClient _receipts = storage.GetBlobContainerClient(ContainerName);
    private readonly string _prefix = $"blobreceipts/{hostId}/{functionId}/";

    /// <summary>Reads all receipts: the ETags by key.</summary>
    public async Task<Dictionary<string, List<string>>> LoadAsync(CancellationToken cancellationToken)
    {
        await _receipts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var receipts = new Dictionary<string, List<string>>();
        await foreach (var blob in _receipts.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, _prefix, cancellationToken))
        {
            var slash = blob.Name.IndexOf('/', _prefix.Length);
            if (slash < 0)
            {
                continue;
            }

            var key = blob.Name[(slash + 1)..];
            if (!receipts.TryGetValue(key, out var etags))
            {
                receipts.Add(key, etags = []);
            }

            etags.Add(blob.Name[_prefix.Length..slash]);
        }

        return receipts;
    }

    /// <summary>
    /// Gives the part of a receipt's name that stands for the blob: its path, or where that would make the whole too
    /// long, a hash of it.
    /// </summary>
    public string KeyOf(string blobName)
    {
        var key = $"{container}/{blobName}";
        const int RoomForETag = 64;
        return _prefix.Length + RoomForETag + key.Length <= LongestBlobName
            ? key
            : $"{container}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)))}";
    }

    public async Task WriteAsync(string key, string etag, CancellationToken cancellationToken)
    {
        var receipt = _receipts.GetBlobClient(Name(key, etag));
        try
        {
            await receipt.UploadAsync(BinaryData.Empty, overwrite: true, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            await _receipts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await receipt.UploadAsync(BinaryData.Empty, overwrite: true, cancellationToken);
        }
    }

    public async Task DeleteAsync(string key, string etag, CancellationToken cancellationToken) =>
        await _receipts.GetBlobClient(Name(key, etag)).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private string Name(string key, string etag) => $"{_prefix}{etag}/{key}";
}
