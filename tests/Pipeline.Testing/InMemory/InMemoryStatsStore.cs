using System.Collections.Concurrent;
using Pipeline.Storage;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryStatsStore(InMemoryStorage storage) : IStatsStore
{
    private readonly ConcurrentDictionary<(int Generation, StatsKey Key), Stored<StatsCounts>> _rows = [];

    /// <summary>Returns the total of a listing; 0 where it was never counted.</summary>
    public long CountOf(int generation, IndexListing listing) => _rows.GetValueOrDefault((generation, StatsKey.Total(listing)))?.Value.Articles ?? 0;

    public async Task<IReadOnlyList<SpanCounts>> ReadAsync(
        int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Read", cancellationToken);
        var prefix = span == StatsSpan.Day ? "day_" : "month_";
        var start = span == StatsSpan.Month && first is { } day ? new DateOnly(day.Year, day.Month, 1) : first;
        return
        [
            .. RowsOf(generation, listing.ToString(), prefix)
                .Select(row => new SpanCounts(InvertedTime.ReadDay(row.Key.RowKey.AsSpan(prefix.Length)), row.Counts))
                .Where(counts => (start is null || counts.First >= start) && (last is null || counts.First <= last)),
        ];
    }

    public async Task<IReadOnlyList<SpanCounts>> ReadNumbersAsync(
        int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(generation, listing, span, first, last, cancellationToken)).Select(counts => counts with { Counts = StatsCounts.None with { Articles = counts.Counts.Articles } })];

    public async Task<IReadOnlyList<StatsCounts>> ReadHoursAsync(int generation, IndexListing listing, DateOnly day, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Read", cancellationToken);
        return [.. RowsOf(generation, listing.ToString(), $"hour_{InvertedTime.Day(day)}_").Select(row => row.Counts)];
    }

    public async Task<IReadOnlyDictionary<IndexListing, long>> ReadListingsAsync(int generation, DateOnly? day, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Read", cancellationToken);
        var partition = day is { } date ? $"day_{InvertedTime.Day(date)}" : "total";
        return RowsOf(generation, partition, "").ToDictionary(row => IndexListing.Parse(row.Key.RowKey)!.Value, row => row.Counts.Articles);
    }

    public async Task<Stored<StatsCounts>?> ReadRowAsync(int generation, StatsKey key, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Read", cancellationToken);
        return _rows.GetValueOrDefault((generation, key));
    }

    public async Task<bool> TryWriteAsync(int generation, StatsKey key, StatsCounts counts, Stored<StatsCounts>? previous, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Stats.Write", cancellationToken);
        lock (_rows)
        {
            if (_rows.GetValueOrDefault((generation, key))?.Tag != previous?.Tag)
            {
                return false;
            }

            _rows.TryRemove((generation, key), out _);
            if (counts.Articles > 0)
            {
                _rows[(generation, key)] = new Stored<StatsCounts>(counts, storage.NextTag());
            }

            return true;
        }
    }

    private IEnumerable<(StatsKey Key, StatsCounts Counts)> RowsOf(int generation, string partition, string prefix) => _rows
        .Where(row => row.Key.Generation == generation && row.Key.Key.PartitionKey == partition && row.Key.Key.RowKey.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(row => row.Key.Key.RowKey, StringComparer.Ordinal)
        .Select(row => (row.Key.Key, row.Value.Value));
}
