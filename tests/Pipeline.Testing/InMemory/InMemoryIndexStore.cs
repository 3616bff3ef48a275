using Pipeline.Storage;
using Pipeline.Storage.Index;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryIndexStore(InMemoryStorage storage) : IIndexStore
{
    // When a row was written: long before any test begins.
    private static readonly DateTimeOffset Written = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<IndexKey, IndexEntry> _rows = [];
    private readonly HashSet<int> _dropped = [];

    /// <summary>Gets where rows lie: one shard each.</summary>
    public static IndexLayout Layout { get; } = new(new ShardPlan([]));

    public IReadOnlyDictionary<IndexKey, IndexEntry> Rows => _rows;

    public async Task<bool> TryPutAsync(IndexRow row, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Index.Put", cancellationToken);
        FailWithoutTable(row.Key.Generation);
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

    public async Task<IndexPage> ReadAsync(IndexQuery query, IndexPosition? after, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Index.Read", cancellationToken);
        FailWithoutTable(query.Generation);
        lock (_rows)
        {
            var rows = _rows
                .Select(row => new IndexRow(row.Key, row.Value))
                .Where(row => Layout.KeyOf(query.Generation, query.Listing, row.Position) == row.Key)
                .Where(row => query.From is not { } from || row.Position.Time >= from)
                .Where(row => query.Before is not { } before || row.Position.Time < before)
                .Where(row => after is not { } position || string.CompareOrdinal(row.Key.RowKey, position.RowKey) > 0)
                .OrderBy(row => row.Key.RowKey, StringComparer.Ordinal)
                .Select(row => row with { Entry = Read(row.Entry, query.Columns) })
                .Take(limit + 1)
                .ToList();
            return rows.Count > limit ? new IndexPage(rows[..limit], rows[limit - 1].Position) : new IndexPage(rows, null);
        }
    }

    public async Task<int?> ReadRevAsync(IndexKey key, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Index.ReadRev", cancellationToken);
        lock (_rows)
        {
            return _rows.TryGetValue(key, out var row) ? row.Rev : null;
        }
    }

    public async Task<StoragePage<IndexRowItem>> ScanAsync(int generation, string? token, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Index.Scan", cancellationToken);
        lock (_rows)
        {
            return InMemoryPages.Take(
                _rows.Where(row => row.Key.Generation == generation).Select(row => new IndexRowItem(row.Key, row.Value.ArticleId, row.Value.Rev, Written)),
                row => row.Key.ToString(),
                token,
                limit);
        }
    }

    /// <summary>Puts a row there, or takes it away with null, whatever the protocol says.</summary>
    public void Force(IndexKey key, IndexEntry? entry)
    {
        lock (_rows)
        {
            if (entry is null)
            {
                _rows.Remove(key);
            }
            else
            {
                _rows[key] = entry;
            }
        }
    }

    internal void Drop(int generation)
    {
        lock (_rows)
        {
            _dropped.Add(generation);
            foreach (var key in _rows.Keys.Where(key => key.Generation == generation).ToList())
            {
                _rows.Remove(key);
            }
        }
    }

    private void FailWithoutTable(int generation)
    {
        lock (_rows)
        {
            if (_dropped.Contains(generation))
            {
                throw new Azure.RequestFailedException(404, "The table is gone.", "TableNotFound", innerException: null);
            }
        }
    }

    private static IndexEntry Read(IndexEntry entry, IndexColumns columns) => columns switch
    {
        IndexColumns.Listing => entry with { Candidates = [], Signature = default },
        IndexColumns.Digest => entry with { Summary = [], SummaryKind = null, Signature = default },
        IndexColumns.Statistics => new IndexEntry { ArticleId = entry.ArticleId, Rev = 0, Source = entry.Source, Issues = entry.Issues, Actors = entry.Actors },
        IndexColumns.Signature => new IndexEntry { ArticleId = entry.ArticleId, Rev = 0, Signature = entry.Signature },
        _ => new IndexEntry { ArticleId = entry.ArticleId, Rev = 0 },
    };
}
