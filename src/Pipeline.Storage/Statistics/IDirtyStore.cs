namespace Pipeline.Storage.Statistics;

/// <summary>Keeps which hours are to be counted again.</summary>
public interface IDirtyStore
{
    /// <summary>Marks hours: whoever counts them after this call counts what was written before it.</summary>
    /// <param name="articleId">The article that changed.</param>
    /// <param name="hours">The hours.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task MarkAsync(string articleId, IReadOnlyCollection<DirtyHour> hours, CancellationToken cancellationToken);

    /// <summary>Reads marks. Where there are more than the limit, the next call begins with others, so that each has its turn.</summary>
    /// <param name="limit">The most marks.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<IReadOnlyList<DirtyMark>> ReadAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Tells whether any hour of a generation is marked.</summary>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<bool> AnyAsync(int generation, CancellationToken cancellationToken);

    /// <summary>
    /// Removes marks, but for those that are not as they were read: these are set anew. Their hour was marked again, or somebody else
    /// counted it meanwhile, who may have read more, and may be about to remove the mark himself.
    /// </summary>
    /// <param name="marks">The marks.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task RemoveAsync(IReadOnlyCollection<DirtyMark> marks, CancellationToken cancellationToken);
}

/// <summary>A mark that an hour is dirty.</summary>
/// <param name="Shard">Where the mark lies: marks of one hour may lie in several places.</param>
/// <param name="Hour">The hour.</param>
/// <param name="Tag">Changes when the hour is marked again.</param>
public sealed record DirtyMark(string Shard, DirtyHour Hour, string Tag);
