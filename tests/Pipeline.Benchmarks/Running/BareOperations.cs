using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Running;

/// <summary>
/// The storage operations that the host and the protocols issue for one new article, with what they wrote for articles that are
/// stored, in as many tables and in the same order, and nothing else: what the pipeline could reach if its own work cost nothing.
/// </summary>
internal sealed class BareOperations
{
    private const int Drop = 1;
    private const int Parse = 7;
    private const int Tag = 7;

    // A look at the blob, its receipt, and a message deleted. Looks at the container and messages received come in batches: not counted.
    private const int Host = 3;

    // As many rows at once as the pipeline writes, and as many partitions of marks as it has.
    private const int RowsAtOnce = 6;
    private const int MarkPartitions = 16;

    // What each row has of its own.
    private static readonly string[] Own = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];
    private static readonly string[] OfBands = ["PartitionKey", "RowKey", "Signature"];

    private readonly IReadOnlyList<StoredArticle> _articles;
    private readonly byte[] _source;
    private readonly BlobContainerClient _blobs;
    private readonly QueueClient _queue;
    private readonly TableClient _files;
    private readonly TableClient _heads;
    private readonly TableClient _marks;
    private readonly Dictionary<int, TableClient> _index;
    private Task? _created;

    /// <summary>Initializes a new instance of the <see cref="BareOperations"/> class.</summary>
    /// <param name="storage">The clients of the storage account.</param>
    /// <param name="articles">Articles that the pipeline stored, whose rows and blobs are written again in turn.</param>
    /// <param name="source">The length of an article's file, in bytes.</param>
    public BareOperations(ArticleStorageClients storage, IReadOnlyList<StoredArticle> articles, int source)
    {
        _articles = articles;
        _source = new byte[source];
        _blobs = storage.Blobs.GetBlobContainerClient("bare");
        _queue = storage.Queues.GetQueueClient("bare");
        _files = storage.Tables.GetTableClient("BareFiles");
        _heads = storage.Tables.GetTableClient("BareArticles");
        _marks = storage.Tables.GetTableClient("BareDirty");
        _index = articles.SelectMany(article => article.Bands.Concat(article.Listings)).Select(row => row.Generation).Distinct()
            .ToDictionary(generation => generation, generation => storage.Tables.GetTableClient(string.Create(CultureInfo.InvariantCulture, $"BareIndex{generation}")));
    }

    /// <summary>Gets the number of operations of an article, in the mean.</summary>
    public double Count => Drop + Parse + Tag + Host + _articles.Average(article => (2 * article.Bands.Count) + article.Listings.Count);

    /// <summary>Issues the operations of one article.</summary>
    /// <param name="number">Its number: whose rows and blobs it has.</param>
    /// <param name="id">An id that no other article has.</param>
    /// <param name="cancellationToken">Ends them early.</param>
    public async Task RunAsync(int number, string id, CancellationToken cancellationToken)
    {
        await EnsureCreatedAsync(cancellationToken);
        var article = _articles[number % _articles.Count];

        // The drop, and the host's look at it.
        var file = _blobs.GetBlobClient($"{id}/source");
        await file.UploadAsync(BinaryData.FromBytes(_source), cancellationToken);
        await file.GetPropertiesAsync(cancellationToken: cancellationToken);

        // Parse: row, file, parsed blob, row, head, message, ETag.
        await _files.GetEntityIfExistsAsync<TableEntity>(id, "file", cancellationToken: cancellationToken);
        await file.DownloadContentAsync(cancellationToken);
        var parsed = _blobs.GetBlobClient($"{id}/parsed");
        await parsed.UploadAsync(article.Parsed, cancellationToken);
        await _files.AddEntityAsync(Copy(article.File, id, "file"), cancellationToken);
        await _heads.AddEntityAsync(PendingOf(article, id), cancellationToken);
        var message = await _queue.SendMessageAsync($$"""{"articleId":"{{id}}","fileId":"{{id}}","again":false,"joins":false,"version":1}""", cancellationToken);
        await file.GetPropertiesAsync(cancellationToken: cancellationToken);

        // The host: the blob's receipt.
        await _blobs.GetBlobClient($"{id}/receipt").UploadAsync(BinaryData.FromString(""), cancellationToken);

        // Tag: partition, row, parsed blob, tags blob, begin, rows of bands, bands, other rows, hours to be counted, commit.
        var head = await ReadHeadAsync(id, cancellationToken);
        await _files.GetEntityIfExistsAsync<TableEntity>(id, "file", cancellationToken: cancellationToken);
        await parsed.DownloadContentAsync(cancellationToken);
        await _blobs.GetBlobClient($"{id}/tags").UploadAsync(article.Tags, cancellationToken);
        var intent = IntentOf(article, id);
        var begun = await _heads.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity(id, head.RowKey) { ["NextRev"] = 1 }, head.ETag),
                new TableTransactionAction(TableTransactionActionType.Add, intent),
            ],
            cancellationToken);
        await AddAsync(article.Bands, row => Copy(row.Entity, PartitionOf(row, id), row.Entity.RowKey), cancellationToken);
        await Task.WhenAll(article.Bands.Select(row => ReadBandAsync(row, PartitionOf(row, id), cancellationToken)));
        await AddAsync(article.Listings, row => Copy(row.Entity, row.Entity.PartitionKey, $"{row.Entity.RowKey}-{id}"), cancellationToken);
        await _marks.SubmitTransactionAsync(
            [.. Enumerable.Range(0, article.Hours).Select(hour => new TableTransactionAction(TableTransactionActionType.UpsertReplace, MarkOf(number, hour)))],
            cancellationToken);
        await _heads.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, Copy(article.Head, id, head.RowKey), begun.Value[0].Headers.ETag!.Value),
                new TableTransactionAction(TableTransactionActionType.Delete, intent, ETag.All),
            ],
            cancellationToken);

        // The host: the message.
        await _queue.DeleteMessageAsync(message.Value.MessageId, message.Value.PopReceipt, cancellationToken);
    }

    /// <summary>Makes a row with the columns of another one.</summary>
    private static TableEntity Copy(TableEntity row, string partitionKey, string rowKey)
    {
        var copy = new TableEntity(partitionKey, rowKey);
        foreach (var (name, value) in row.Where(column => !Own.Contains(column.Key)))
        {
            copy[name] = value;
        }

        return copy;
    }

    /// <summary>Makes the head as it is before its article is tagged.</summary>
    private static TableEntity PendingOf(StoredArticle article, string id)
    {
        var pending = new TableEntity(id, "head") { ["State"] = "Pending", ["TitleDerived"] = false, ["IndexKeys"] = "" };
        foreach (var name in new[] { "FileId", "BlobName", "FirstSeen" })
        {
            pending[name] = article.Head[name];
        }

        foreach (var list in new[] { "Authors", "Subjects", "Issues", "Actors", "Summary" })
        {
            pending[list] = "[]";
        }

        foreach (var count in new[] { "Generation", "Rev", "NextRev" })
        {
            pending[count] = 0;
        }

        return pending;
    }

    private static TableEntity IntentOf(StoredArticle article, string id) => new(id, "intent_0000000001")
    {
        ["Rev"] = 1,
        ["Attempt"] = Guid.NewGuid(),
        ["Version"] = article.Head["Version"],
        ["Started"] = article.Head["Updated"],
        ["OldKeys"] = "",
        ["NewKeys"] = article.Head["IndexKeys"],
    };

    // Articles of one hour mark the same row.
    private static TableEntity MarkOf(int number, int hour) => new(
        (number % MarkPartitions).ToString("D2", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"listing-{hour}_{number / MarkPartitions}"));

    // Few articles share a band.
    private static string PartitionOf(StoredRow band, string id) => $"{id}-{band.Entity.PartitionKey}";

    private Task AddAsync(IEnumerable<StoredRow> rows, Func<StoredRow, TableEntity> copy, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        rows,
        new ParallelOptions { MaxDegreeOfParallelism = RowsAtOnce, CancellationToken = cancellationToken },
        async (row, token) => await _index[row.Generation].AddEntityAsync(copy(row), token));

    private async Task<TableEntity> ReadHeadAsync(string id, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _heads.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows.Single();
    }

    private async Task ReadBandAsync(StoredRow band, string partition, CancellationToken cancellationToken)
    {
        var rows = TableClient.CreateQueryFilter($"PartitionKey ge {partition} and PartitionKey le {partition} and RowKey ge {"0"} and RowKey lt {"~"}");
        await foreach (var _ in _index[band.Generation].QueryAsync<TableEntity>(rows, maxPerPage: 100, OfBands, cancellationToken))
        {
        }
    }

    private Task EnsureCreatedAsync(CancellationToken cancellationToken) => _created ??= Task.WhenAll(
    [
        _blobs.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        .. new[] { _files, _heads, _marks }.Concat(_index.Values).Select(table => table.CreateIfNotExistsAsync(cancellationToken)),
    ]);
}
