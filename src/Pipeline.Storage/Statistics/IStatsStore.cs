using Pipeline.Storage.Index;

namespace Pipeline.Storage.Statistics;

/// <summary>Keeps counts of listings, by listing and time and the other way round.</summary>
public interface IStatsStore
{
    /// <summary>Reads the counts of a listing by days or months.</summary>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="listing">The listing.</param>
    /// <param name="span">Days or months.</param>
    /// <param name="first">The first day; null for no bound.</param>
    /// <param name="last">The last day, included; null for no bound.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The counts, the newest first; a span without articles is not among them.</returns>
    Task<IReadOnlyList<SpanCounts>> ReadAsync(int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, CancellationToken cancellationToken);

    /// <summary>Reads the numbers of articles of a listing by days or months, without names.</summary>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="listing">The listing.</param>
    /// <param name="span">Days or months.</param>
    /// <param name="first">The first day; null for no bound.</param>
    /// <param name="last">The last day, included; null for no bound.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The counts, the newest first; a span without articles is not among them.</returns>
    Task<IReadOnlyList<SpanCounts>> ReadNumbersAsync(int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, CancellationToken cancellationToken);

    /// <summary>Reads the counts of a listing by the hours of a day.</summary>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="listing">The listing.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The counts of the hours that were counted, by hour.</returns>
    Task<IReadOnlyDictionary<int, Stored<StatsCounts>>> ReadHoursAsync(int generation, IndexListing listing, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Reads how many articles each listing has on a day, or in all.</summary>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="day">The day; null for all time.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The numbers, and their tags.</returns>
    Task<ListingNumbers> ReadListingsAsync(int generation, DateOnly? day, CancellationToken cancellationToken);

    /// <summary>Reads one row of counts.</summary>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The counts; null where there is no row.</returns>
    Task<Stored<StatsCounts>?> ReadRowAsync(int generation, StatsKey key, CancellationToken cancellationToken);

    /// <summary>Writes rows of counts, all of them or none, if they are still what the caller read; one without articles goes.</summary>
    /// <param name="generation">The generation of the index.</param>
    /// <param name="rows">The rows, all of one partition: <see cref="TableLimits.TransactionRows"/> at the most.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where a row is no longer what the caller read, as after a write whose answer was lost.</returns>
    Task<bool> TryWriteAsync(int generation, IReadOnlyCollection<StatsWrite> rows, CancellationToken cancellationToken);
}

/// <summary>A row of counts as it shall be.</summary>
/// <param name="Key">The key.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Tag">The tag of the row that was read; null where there was none.</param>
public sealed record StatsWrite(StatsKey Key, StatsCounts Counts, string? Tag);

/// <summary>The counts of a span of time.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Tag">Changes when the counts are written again.</param>
public sealed record SpanCounts(DateOnly First, StatsCounts Counts, string Tag);
