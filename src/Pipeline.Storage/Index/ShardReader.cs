using Azure.Data.Tables;

namespace Pipeline.Storage.Index;

/// <summary>Reads one shard of a listing, newest first, in batches of whatever size is asked for.</summary>
/// <param name="table">The table of the generation.</param>
/// <param name="query">The listing and range.</param>
/// <param name="shard">The shard.</param>
/// <param name="after">The position after which to begin; null for the newest.</param>
internal sealed class ShardReader(TableClient table, IndexQuery query, int shard, IndexPosition? after)
{
    private readonly Queue<IndexRow> _rows = [];
    private IndexPosition? _after = after;

    /// <summary>Gets a value indicating whether a row is at hand.</summary>
    public bool HasRow => _rows.Count > 0;

    /// <summary>Gets a value indicating whether nothing is left in storage; rows may still be at hand.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Gets the row at hand.</summary>
    public IndexRow Row => _rows.Peek();

    /// <summary>Goes on to the next row.</summary>
    public IndexRow Take() => _rows.Dequeue();

    /// <summary>Reads more rows, one at least where there is one.</summary>
    /// <param name="count">The most rows.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task FillAsync(int count, CancellationToken cancellationToken)
    {
        var generation = IndexLayout.Generation(query.Generation, query.Listing);
        var left = count;
        foreach (var filter in IndexFilters.For(query, shard, _after))
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter, left, IndexRows.Properties(query.Columns), cancellationToken))
            {
                var read = IndexRows.Read(generation, row);
                _rows.Enqueue(read);
                if (--left == 0)
                {
                    _after = read.Position;
                    return;
                }
            }
        }

        AtEnd = true;
    }
}
