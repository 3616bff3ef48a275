using Pipeline.Storage.Index;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryIndexStore(InMemoryStorage storage) : IIndexStore
{
    private readonly Dictionary<IndexKey, IndexEntry> _rows = [];

    public IReadOnlyDictionary<IndexKey, IndexEntry> Rows => _rows;

    public async Task<bool> TryPutAsync(IndexRow row, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Index.Put", cancellationToken);
        lock (_rows)
        {
            if (_rows.TryGetValue(row.Key, out var present) && present.Rev >= row.Entry.Rev)
            {
                return present.Rev == row.Entry.Rev;
            }

            _rows[row.Key] = row.Entry;
            return true;
        }
    }

    public async Task DeleteAsync(IndexKey key, int maxRev, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Index.Delete", cancellationToken);
        lock (_rows)
        {
            if (_rows.TryGetValue(key, out var present) && present.Rev <= maxRev)
            {
                _rows.Remove(key);
            }
        }
    }

    public async Task<IndexPage> ReadAsync(IndexQuery query, IndexKey? after, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Index.Read", cancellationToken);
        lock (_rows)
        {
            var rows = _rows
                .Where(row => IndexKey.Of(query.Listing, DateOf(row.Key), row.Value.ArticleId) == row.Key)
                .Where(row => query.From is not { } from || DateOf(row.Key).Time >= from)
                .Where(row => query.Before is not { } before || DateOf(row.Key).Time < before)
                .Where(row => after is not { } key || Compare(row.Key, key) > 0)
                .OrderBy(row => row.Key, Comparer<IndexKey>.Create(Compare))
                .Select(row => new IndexRow(row.Key, query.WithCandidates ? row.Value with { Summary = [] } : row.Value with { Candidates = [] }))
                .Take(limit + 1)
                .ToList();
            return rows.Count > limit ? new IndexPage(rows[..limit], rows[limit - 1].Key) : new IndexPage(rows, null);
        }
    }

    public async Task<IndexCounts> CountAsync(IndexKind kind, int maxPages, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Index.Count", cancellationToken);
        lock (_rows)
        {
            var prefix = $"{kind.ToString().ToLowerInvariant()}-";
            var counts = _rows.Keys
                .Where(key => key.PartitionKey.StartsWith(prefix, StringComparison.Ordinal))
                .CountBy(key => Pipeline.Storage.Keys.KeyEncoder.Decode(key.PartitionKey[prefix.Length..].Split('_')[0]))
                .ToDictionary(pair => pair.Key, pair => (long)pair.Value, StringComparer.Ordinal);
            return new IndexCounts(counts, Complete: true);
        }
    }

    private static int Compare(IndexKey left, IndexKey right)
    {
        var partitions = string.CompareOrdinal(left.PartitionKey, right.PartitionKey);
        return partitions != 0 ? partitions : string.CompareOrdinal(left.RowKey, right.RowKey);
    }

    private static Pipeline.Storage.EffectiveDate DateOf(IndexKey key) =>
        Pipeline.Storage.Keys.InvertedTime.TryReadTicks(key.RowKey.AsSpan(0, 19), out var time)
            ? new(time, IsPublication: true)
            : throw new FormatException($"'{key}' has no date.");
}
