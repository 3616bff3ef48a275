using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Pipeline.Storage.Files;

/// <summary>
/// Shared access signatures for one blob each, good for creating and writing it and nothing else. Signed with a user delegation key of
/// the app's identity, which needs no key of the account; where the connection is a connection string, with that one's key.
/// </summary>
public sealed class UploadAddresses(ArticleStorageClients clients, TimeProvider time) : IUploadAddresses
{
    // Long enough for the largest file on a slow line; who gets hold of an address can use it that long.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    // Clocks differ (https://learn.microsoft.com/azure/storage/common/storage-sas-overview#best-practices-when-using-sas).
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    // A key serves many addresses; it may live for seven days at most.
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(4);

    private UserDelegationKey? _key;

    /// <inheritdoc/>
    public string Origin => clients.Blobs.Uri.GetLeftPart(UriPartial.Authority);

    /// <inheritdoc/>
    public async Task<UploadAddress?> CreateAsync(string blobName, CancellationToken cancellationToken)
    {
        if (SourceFileNames.Find(clients.Blobs.GetBlobContainerClient(ContainerNames.Articles), blobName) is not { } blob)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var expiresOn = now + Lifetime;
        var signature = new BlobSasBuilder(BlobSasPermissions.Create | BlobSasPermissions.Write, expiresOn)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = now - Skew,
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        var address = blob.CanGenerateSasUri
            ? blob.GenerateSasUri(signature)
            : blob.GenerateUserDelegationSasUri(signature, await GetKeyAsync(now, expiresOn, cancellationToken));
        return new UploadAddress(address, expiresOn);
    }

    /// <summary>Returns a key that outlives an address, a new one where the one at hand does not. Two that ask at once may get one each: either is good.</summary>
    private async Task<UserDelegationKey> GetKeyAsync(DateTimeOffset now, DateTimeOffset expiresOn, CancellationToken cancellationToken) =>
        _key is { } key && key.SignedExpiresOn > expiresOn
            ? key
            : _key = (await clients.Blobs.GetUserDelegationKeyAsync(now - Skew, now + KeyLifetime, cancellationToken)).Value;
}
