namespace Pipeline.Storage.Taxonomies;

/// <summary>
/// Keeps the user's own taxonomy: the file that the user puts into the container <see cref="ContainerNames.Config"/>, the
/// report on it beside it, and the one that is in force in the table <see cref="TableNames.Taxonomy"/>.
/// </summary>
public interface ITaxonomyStore
{
    /// <summary>Finds the user's files, <c>taxonomy.*</c> but for the report, by name in ordinal order. One call of storage.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<IReadOnlyList<TaxonomyBlob>> FindAsync(CancellationToken cancellationToken);

    /// <summary>Reads a file.</summary>
    /// <param name="blob">The file as it was found.</param>
    /// <param name="maxBytes">How much is read: a longer file is cut one byte past it, so that the reader sees that it is longer.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The content; null where the file is gone or was changed since.</returns>
    Task<ReadOnlyMemory<byte>?> ReadAsync(TaxonomyBlob blob, int maxBytes, CancellationToken cancellationToken);

    /// <summary>Reads the file that is in force.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The file; null where the built-in taxonomy is.</returns>
    Task<TaxonomyRecord?> ReadInForceAsync(CancellationToken cancellationToken);

    /// <summary>Puts a file in force, in place of any other.</summary>
    /// <param name="record">The file.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where it does not fit into a row: compressed, it may have <see cref="TaxonomyRecord.MaxCompressedBytes"/> bytes.</returns>
    Task<bool> TryPutInForceAsync(TaxonomyRecord record, CancellationToken cancellationToken);

    /// <summary>Writes the report beside the file.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task WriteReportAsync(TaxonomyReport report, CancellationToken cancellationToken);

    /// <summary>Reads the report.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The report; null where there is none, or it is not one.</returns>
    Task<TaxonomyReport?> ReadReportAsync(CancellationToken cancellationToken);

    /// <summary>Removes the file that is in force, and the report: the built-in taxonomy is in force then.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task ClearAsync(CancellationToken cancellationToken);
}
