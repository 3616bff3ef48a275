using Pipeline.Storage.Index;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryIndexStore(InMemoryStorage storage) : IIndexStore
{
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
