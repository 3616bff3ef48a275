using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Statistics;

/// <summary>
/// The tables of counts, one a generation: partition <c>{listing}</c> with rows <c>hour_{day}_{hour}</c>, <c>day_{day}</c> and
/// <c>month_{first day}</c>, newest first; partitions <c>day_{day}</c> and <c>total</c> with a row a listing.
/// </summary>
public sealed class StatsStore(ArticleStorageClients clients) : IStatsStore
{
    // Behind every digit.
    private const string PrefixEnd = "~";

    private static readonly string[] NumbersOnly = ["PartitionKey", "RowKey", "Articles"];

    /// <inheritdoc/>
    public Task<IReadOnlyList<SpanCounts>> ReadAsync(
        int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, CancellationToken cancellationToken) =>
        ReadAsync(generation, listing, span, first, last, columns: null, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SpanCounts>> ReadNumbersAsync(
        int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, CancellationToken cancellationToken) =>
        ReadAsync(generation, listing, span, first, last, NumbersOnly, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<int, Stored<StatsCounts>>> ReadHoursAsync(int generation, IndexListing listing, DateOnly day, CancellationToken cancellationToken)
    {
        var prefix = StatsKey.HoursOf(day);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {listing.ToString()} and RowKey ge {prefix} and RowKey lt {prefix + PrefixEnd}");
        var hours = new Dictionary<int, Stored<StatsCounts>>();
        await foreach (var row in Table(generation).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            hours[int.Parse(row.RowKey.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)] = new(Read(row), row.ETag.ToString());
        }

        return hours;
    }

    /// <inheritdoc/>
    public async Task<ListingNumbers> ReadListingsAsync(int generation, DateOnly? day, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StatsKey.PartitionOf(day)}");
        var listings = new Dictionary<IndexListing, Stored<long>>();
        await foreach (var row in Table(generation).QueryAsync<TableEntity>(filter, select: NumbersOnly, cancellationToken: cancellationToken))
        {
            if (IndexListing.Parse(row.RowKey) is { } listing)
            {
                listings[listing] = new(row.GetInt64("Articles")!.Value, row.ETag.ToString());
            }
        }

        return new ListingNumbers(listings);
    }

    /// <inheritdoc/>
    public async Task<Stored<StatsCounts>?> ReadRowAsync(int generation, StatsKey key, CancellationToken cancellationToken)
    {
        var row = await Table(generation).GetEntityIfExistsAsync<TableEntity>(key.PartitionKey, key.RowKey, cancellationToken: cancellationToken);
        return row.HasValue ? new Stored<StatsCounts>(Read(row.Value!), row.Value!.ETag.ToString()) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> TryWriteAsync(int generation, IReadOnlyCollection<StatsWrite> rows, CancellationToken cancellationToken)
    {
        var actions = rows.Select(ActionFor).OfType<TableTransactionAction>().ToList();
        if (actions is [])
        {
            return true;
        }

        try
        {
            await Table(generation).SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }

    private static TableTransactionAction? ActionFor(StatsWrite row) => (row.Counts.Articles, row.Tag) switch
    {
        (0, null) => null,
        (0, { } tag) => new(TableTransactionActionType.Delete, new TableEntity(row.Key.PartitionKey, row.Key.RowKey), new ETag(tag)),
        (_, null) => new(TableTransactionActionType.Add, Write(row.Key, row.Counts)),
        (_, { } tag) => new(TableTransactionActionType.UpdateReplace, Write(row.Key, row.Counts), new ETag(tag)),
    };

    private async Task<IReadOnlyList<SpanCounts>> ReadAsync(
        int generation, IndexListing listing, StatsSpan span, DateOnly? first, DateOnly? last, string[]? columns, CancellationToken cancellationToken)
    {
        var newest = StatsKey.RowOf(span, last ?? DateOnly.MaxValue);
        var oldest = StatsKey.RowOf(span, span == StatsSpan.Month ? StatsKey.FirstOfMonth(first ?? DateOnly.MinValue) : first ?? DateOnly.MinValue);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {listing.ToString()} and RowKey ge {newest} and RowKey le {oldest}");
        var spans = new List<SpanCounts>();
        await foreach (var row in Table(generation).QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken))
        {
            spans.Add(new SpanCounts(InvertedTime.ReadDay(row.RowKey.AsSpan(row.RowKey.IndexOf(KeyEncoder.Separator, StringComparison.Ordinal) + 1)), Read(row), row.ETag.ToString()));
        }

        return spans;
    }

    private TableClient Table(int generation) => clients.Tables.GetTableClient(TableNames.StatsOf(generation));

    private static TableEntity Write(StatsKey key, StatsCounts counts) => new(key.PartitionKey, key.RowKey)
    {
        ["Articles"] = counts.Articles,
        ["Sources"] = WriteList(counts.Sources),
        ["Actors"] = WriteList(counts.Actors),
        ["Issues"] = WriteList(counts.Issues),
    };

    private static StatsCounts Read(TableEntity row) => new(
        row.GetInt64("Articles")!.Value,
        row.ReadJson<NamedCount[]>("Sources") ?? [],
        row.ReadJson<NamedCount[]>("Actors") ?? [],
        row.ReadJson<NamedCount[]>("Issues") ?? []);

    private static string? WriteList(IReadOnlyList<NamedCount> counts) => counts is [] ? null : JsonColumns.Write(counts);
}
