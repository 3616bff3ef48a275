using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Pipeline.LocalHost.Azurite;

/// <summary>Lets pages of a local address use the emulator's blob service from a browser (CORS), by the addresses that they are given.</summary>
public static class BrowserAccess
{
    private const int PreflightSeconds = 3_600;

    /// <summary>Allows a page's origin, by the number of this machine and by its name, in place of those that were allowed before.</summary>
    /// <param name="connectionString">The connection string of the emulator.</param>
    /// <param name="page">The address of the page.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async Task AllowAsync(string connectionString, Uri page, CancellationToken cancellationToken = default)
    {
        var blobs = new BlobServiceClient(connectionString);
        var properties = (await blobs.GetPropertiesAsync(cancellationToken)).Value;
        properties.Cors =
        [
            new BlobCorsRule
            {
                AllowedOrigins = $"{page.GetLeftPart(UriPartial.Authority)},{page.Scheme}://localhost:{page.Port}",
                AllowedMethods = "PUT",
                AllowedHeaders = "content-type,if-none-match,x-ms-blob-type",
                ExposedHeaders = "etag",
                MaxAgeInSeconds = PreflightSeconds,
            },
        ];
        await blobs.SetPropertiesAsync(properties, cancellationToken);
    }
}
