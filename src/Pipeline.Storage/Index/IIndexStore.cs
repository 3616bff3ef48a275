namespace Pipeline.Storage.Index;

/// <summary>Keeps the listings.</summary>
public interface IIndexStore
{
    /// <summary>Writes a row, unless there is one of a higher revision.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where a row of a higher revision is there: the writer is superseded.</returns>
    Task<bool> TryPutAsync(IndexRow row, CancellationToken cancellationToken);

    /// <summary>Deletes a row, unless it is gone or of a higher revision.</summary>
    /// <param name="key">The row's key.</param>
    /// <param name="maxRev">The highest revision that is deleted.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task DeleteAsync(IndexKey key, int maxRev, CancellationToken cancellationToken);

    /// <summary>Reads a page of a listing.</summary>
    /// <param name="query">The range.</param>
    /// <param name="after">The key after which to begin; null for the newest.</param>
    /// <param name="limit">The most rows, from 1 to 999.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<IndexPage> ReadAsync(IndexQuery query, IndexKey? after, int limit, CancellationToken cancellationToken);

    /// <summary>Counts the rows of every listing of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="maxPages">The most pages of 1,000 rows that are read for it.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<IndexCounts> CountAsync(IndexKind kind, int maxPages, CancellationToken cancellationToken);
}

/// <summary>Counts of listings.</summary>
/// <param name="ById">The number of rows by the listing's id; a listing without rows is not in it.</param>
/// <param name="Complete">False where the budget of pages ended the counting: the true numbers are higher.</param>
public sealed record IndexCounts(IReadOnlyDictionary<string, long> ById, bool Complete);
