namespace Pipeline.Storage.Files;

/// <summary>Keeps a record for each file.</summary>
public interface IFileStore
{
    /// <summary>Reads a file's record.</summary>
    /// <param name="fileId">The file's id.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The record; null where there is none.</returns>
    Task<Stored<FileRecord>?> ReadAsync(string fileId, CancellationToken cancellationToken);

    /// <summary>Writes a file's record, if it is still what the caller read. A repetition that finds its own write succeeds.</summary>
    /// <param name="record">The record.</param>
    /// <param name="previous">The record that was read; null where there was none.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The new tag; null where the record is no longer what the caller read.</returns>
    Task<string?> TryWriteAsync(FileRecord record, Stored<FileRecord>? previous, CancellationToken cancellationToken);

    /// <summary>Reads a page of all records, in the order of the files' ids.</summary>
    /// <param name="token">The token of the page; null for the first.</param>
    /// <param name="limit">The most records, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<StoragePage<Stored<FileRecord>>> ScanAsync(string? token, int limit, CancellationToken cancellationToken);

    /// <summary>Removes the record of a file that is gone and whose articles are, if it is still what the caller read.</summary>
    /// <param name="record">The record that was read; it names no articles.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where it is no longer what the caller read.</returns>
    Task<bool> TryForgetAsync(Stored<FileRecord> record, CancellationToken cancellationToken);
}
