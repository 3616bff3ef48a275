namespace Pipeline.Storage.Index;

/// <summary>Keeps the listings.</summary>
public interface IIndexStore
{
    /// <summary>The most rows of a page: with the one that tells whether there are more, what one call of a table gives.</summary>
    const int MaxRows = 999;

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
    /// <param name="after">The position after which to begin; null for the newest.</param>
    /// <param name="limit">The most rows, from 1 to <see cref="MaxRows"/>.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<IndexPage> ReadAsync(IndexQuery query, IndexPosition? after, int limit, CancellationToken cancellationToken);
}
