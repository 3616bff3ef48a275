namespace Pipeline.Storage.Files;

/// <summary>Reads the files that people drop. Never writes them: a blob belongs to who dropped it.</summary>
public interface ISourceFileStore
{
    /// <summary>Reads a file.</summary>
    /// <param name="blobName">The blob's name.</param>
    /// <param name="maxBytes">How much is read: a longer file is cut one byte past it, so that the reader sees that it is longer.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The file; null where there is none.</returns>
    Task<SourceBlob?> ReadAsync(string blobName, int maxBytes, CancellationToken cancellationToken);

    /// <summary>Reads the ETag that a file has now.</summary>
    /// <param name="blobName">The blob's name.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The ETag, normalised; empty where there is no such file.</returns>
    Task<string> ReadETagAsync(string blobName, CancellationToken cancellationToken);
}

/// <summary>A file as it was when it was read.</summary>
/// <param name="ETag">Its ETag, normalised.</param>
/// <param name="LastModified">When it was written, in UTC.</param>
/// <param name="Content">Its bytes, cut one byte past the limit where it is longer.</param>
public sealed record SourceBlob(string ETag, DateTimeOffset LastModified, ReadOnlyMemory<byte> Content);
