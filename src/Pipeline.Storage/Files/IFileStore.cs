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
}
