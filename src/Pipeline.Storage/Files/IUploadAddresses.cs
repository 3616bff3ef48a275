namespace Pipeline.Storage.Files;

/// <summary>Gives addresses by which who has no right on the storage can upload one file each.</summary>
public interface IUploadAddresses
{
    /// <summary>Gets the origin of all addresses, as a browser writes it: what a page must be allowed to connect to.</summary>
    string Origin { get; }

    /// <summary>Gives an address for a blob of the container of files; a blob that is there is replaced.</summary>
    /// <param name="blobName">The blob's name.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The address; null where no blob can have that name.</returns>
    Task<UploadAddress?> CreateAsync(string blobName, CancellationToken cancellationToken);
}
