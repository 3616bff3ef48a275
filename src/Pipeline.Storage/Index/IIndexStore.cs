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

    /// <summary>Reads the revision of a row.</summary>
    /// <param name="key">The row's key.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The revision; null where the row, or its generation, is not there.</returns>
    Task<int?> ReadRevAsync(IndexKey key, CancellationToken cancellationToken);

    /// <summary>Reads a page of all rows of a generation, in the order of their keys.</summary>
    /// <param name="generation">The generation.</param>
    /// <param name="token">The token of the page; null for the first.</param>
    /// <param name="limit">The most rows, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The page; an empty last one where the generation is gone.</returns>
    Task<StoragePage<IndexRowItem>> ScanAsync(int generation, string? token, int limit, CancellationToken cancellationToken);
}

/// <summary>A row as a table lists it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ArticleId">Whose it is.</param>
/// <param name="Rev">The revision that it was written by.</param>
/// <param name="Written">When it was written, in UTC.</param>
public sealed record IndexRowItem(IndexKey Key, string ArticleId, int Rev, DateTimeOffset Written);
