using System.Collections.Concurrent;
using System.Globalization;
using Pipeline.Storage;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryStatsStore(InMemoryStorage storage) : IStatsStore
{
    private readonly ConcurrentDictionary<(int Generation, StatsKey Key), Stored<StatsCounts>> _rows = [];

    /// <summary>Gets the number of articles of each row.</summary>
    public IEnumerable<((int Generation, StatsKey Key) Row, long Articles)> Numbers => _rows.Select(row => (row.Key, row.Value.Value.Articles));

    public async Task<IReadOnlyList<SpanCounts>> ReadAsync(
        int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Read", cancellationToken);
        var prefix = span == StatsSpan.Day ? "day_" : "month_";
        var start = span == StatsSpan.Month && first is { } day ? new DateOnly(day.Year, day.Month, 1) : first;
        return
        [
            .. RowsOf(generation, listing.ToString(), prefix)
                .Select(row => new SpanCounts(InvertedTime.ReadDay(row.Key.RowKey.AsSpan(prefix.Length)), row.Row.Value, row.Row.Tag))
                .Where(counts => (start is null || counts.First >= start) && (last is null || counts.First <= last)),
        ];
    }

    public async Task<IReadOnlyList<SpanCounts>> ReadNumbersAsync(
        int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(generation, listing, span, first, last, cancellationToken)).Select(counts => counts with { Counts = StatsCounts.None with { Articles = counts.Counts.Articles } })];

    public async Task<IReadOnlyDictionary<int, Stored<StatsCounts>>> ReadHoursAsync(int generation, IndexListing listing, DateOnly day, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Read", cancellationToken);
        return RowsOf(generation, listing.ToString(), $"hour_{InvertedTime.Day(day)}_").ToDictionary(row => int.Parse(row.Key.RowKey.AsSpan(row.Key.RowKey.Length - 2), CultureInfo.InvariantCulture), row => row.Row);
    }

    public async Task<ListingNumbers> ReadListingsAsync(int generation, DateOnly? day, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Read", cancellationToken);
        var partition = day is { } date ? $"day_{InvertedTime.Day(date)}" : "total";
        return new ListingNumbers(RowsOf(generation, partition, "").ToDictionary(row => IndexListing.Parse(row.Key.RowKey)!.Value, row => new Stored<long>(row.Row.Value.Articles, row.Row.Tag)));
    }

    public async Task<Stored<StatsCounts>?> ReadRowAsync(int generation, StatsKey key, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Read", cancellationToken);
        return _rows.GetValueOrDefault((generation, key));
    }

    public async Task<bool> TryWriteAsync(int generation, IReadOnlyCollection<StatsWrite> rows, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Write", cancellationToken);
        if (rows.Count > TableLimits.TransactionRows || rows.DistinctBy(row => row.Key).Count() < rows.Count || rows.DistinctBy(row => row.Key.PartitionKey).Count() > 1)
        {
            throw new ArgumentException("No transaction takes these rows.", nameof(rows));
        }

        lock (_rows)
        {
            if (rows.Any(row => !(row is { Counts.Articles: 0, Tag: null }) && _rows.GetValueOrDefault((generation, row.Key))?.Tag != row.Tag))
            {
                return false;
            }

            foreach (var row in rows)
            {
                if (row.Counts.Articles > 0)
                {
                    _rows[(generation, row.Key)] = new Stored<StatsCounts>(row.Counts, storage.NextTag());
                }
                else if (row.Tag is not null)
                {
                    _rows.TryRemove((generation, row.Key), out _);
                }
            }

            return true;
        }
    }

    private IEnumerable<(StatsKey Key, Stored<StatsCounts> Row)> RowsOf(int generation, string partition, string prefix) => _rows
        .Where(row => row.Key.Generation == generation && row.Key.Key.PartitionKey == partition && row.Key.Key.RowKey.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(row => row.Key.Key.RowKey, StringComparer.Ordinal)
        .Select(row => (row.Key.Key, row.Value));
}
