namespace Pipeline.Storage.Files;

/// <summary>Reads the files that people drop, and removes them when people say so. Never writes them: a blob belongs to who dropped it.</summary>
public interface ISourceFileStore
{
    /// <summary>Reads a file.</summary>
    /// <param name="blobName">The blob's name.</param>
    /// <param name="maxBytes">The most bytes of a file that is read; of a longer one it is only said that it is there.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The file; null where there is none.</returns>
    Task<SourceBlob?> ReadAsync(string blobName, int maxBytes, CancellationToken cancellationToken);

    /// <summary>Reads the ETag that a file has now.</summary>
    /// <param name="blobName">The blob's name.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The ETag, normalised; empty where there is no such file.</returns>
    Task<string> ReadETagAsync(string blobName, CancellationToken cancellationToken);

    /// <summary>Reads a page of all files, in the order of their names.</summary>
    /// <param name="token">The token of the page; null for the first.</param>
    /// <param name="limit">The most files, from 1 to 5,000.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<StoragePage<SourceBlobItem>> ScanAsync(string? token, int limit, CancellationToken cancellationToken);

    /// <summary>Removes a version of a file. One that is gone already is removed.</summary>
    /// <param name="blobName">The blob's name.</param>
    /// <param name="etag">The version's ETag, normalised.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where the file is of another version meanwhile.</returns>
    Task<bool> TryDeleteAsync(string blobName, string etag, CancellationToken cancellationToken);
}

/// <summary>A file as it was when it was read.</summary>
/// <param name="ETag">Its ETag, normalised.</param>
/// <param name="LastModified">When it was written, in UTC.</param>
/// <param name="Content">Its bytes; null where it is longer than was asked for, and was not read.</param>
public sealed record SourceBlob(string ETag, DateTimeOffset LastModified, byte[]? Content);

/// <summary>A file as the container lists it.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="ETag">Its ETag, normalised.</param>
/// <param name="LastModified">When it was written, in UTC.</param>
public sealed record SourceBlobItem(string Name, string ETag, DateTimeOffset LastModified);
