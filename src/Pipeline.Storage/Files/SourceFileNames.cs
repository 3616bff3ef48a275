using Azure.Storage.Blobs;

namespace Pipeline.Storage.Files;

/// <summary>The names that blobs of the container of files can have.</summary>
internal static class SourceFileNames
{
    // https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata#blob-names
    private const int MaxLength = 1_024;

    /// <summary>
    /// Returns the client of a blob; null where no blob can have that name. The client resolves dot segments and turns
    /// backslashes into slashes, and so would lead to another blob, even of another container.
    /// </summary>
    public static BlobClient? Find(BlobContainerClient container, string blobName)
    {
        if (blobName.Length is 0 or > MaxLength)
        {
            return null;
        }

        var client = container.GetBlobClient(blobName);
        var address = new BlobUriBuilder(client.Uri);
        return address.BlobContainerName == container.Name && address.BlobName == blobName ? client : null;
    }
}
