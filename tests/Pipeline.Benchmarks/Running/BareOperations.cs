using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Running;

/// <summary>
/// The storage operations that the host and the protocols issue for one new article, with what they wrote for articles that are
/// stored, in the same order, and nothing else: what the pipeline could reach if its own work cost nothing.
/// </summary>
/// <param name="storage">The clients of the storage account.</param>
/// <param name="articles">Articles that the pipeline stored, whose rows and blobs are written again in turn.</param>
/// <param name="source">The length of an article's file, in bytes.</param>
internal sealed class BareOperations(ArticleStorageClients storage, IReadOnlyList<StoredArticle> articles, int source)
{
    private const int Drop = 1;
    private const int Parse = 7;
    private const int Tag = 7;

    // A look at the blob, its receipt, and a message deleted. Looks at the container and messages received come in batches: not counted.
    private const int Host = 3;

    // As many rows at once as the pipeline writes.
    private const int Rows = 6;

    // What a head holds before its article is tagged, and what each row has of its own.
    private static readonly string[] OfPending = ["FileId", "BlobName", "ItemId", "State", "FirstSeen", "TitleDerived", "Authors", "Subjects", "Issues", "Actors", "Summary", "Generation", "Rev", "NextRev", "IndexKeys"];
    private static readonly string[] Own = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    private readonly byte[] _source = new byte[source];
    private readonly BlobContainerClient _blobs = storage.Blobs.GetBlobContainerClient("bare");
    private readonly QueueClient _queue = storage.Queues.GetQueueClient("bare");
    private readonly TableClient _table = storage.Tables.GetTableClient("Bare");
    private Task? _created;

    /// <summary>Gets the number of operations of an article, in the mean.</summary>
    public double Count => Drop + Parse + Tag + Host + articles.Average(article => (2 * article.Bands.Count) + article.Listings.Count);

    /// <summary>Issues the operations of one article.</summary>
    /// <param name="number">Its number: whose rows and blobs it has.</param>
    /// <param name="id">An id that no other article has.</param>
    /// <param name="cancellationToken">Ends them early.</param>
    public async Task RunAsync(int number, string id, CancellationToken cancellationToken)
    {
        await EnsureCreatedAsync(cancellationToken);
        var article = articles[number % articles.Count];

        // The drop, and the host's look at it.
        var file = _blobs.GetBlobClient($"{id}/source");
        await file.UploadAsync(BinaryData.FromBytes(_source), cancellationToken);
        await file.GetPropertiesAsync(cancellationToken: cancellationToken);

        // Parse: row, file, parsed blob, row, head, message, ETag.
        await _table.GetEntityIfExistsAsync<TableEntity>(id, "file", cancellationToken: cancellationToken);
        await file.DownloadContentAsync(cancellationToken);
        var parsed = _blobs.GetBlobClient($"{id}/parsed");
        await parsed.UploadAsync(article.Parsed, cancellationToken);
        await _table.AddEntityAsync(Copy(article.File, id, "file"), cancellationToken);
        await _table.AddEntityAsync(Copy(article.Head, $"{id}-article", "head", OfPending), cancellationToken);
        var message = await _queue.SendMessageAsync(id, cancellationToken);
        await file.GetPropertiesAsync(cancellationToken: cancellationToken);

        // The host: the blob's receipt.
        await _blobs.GetBlobClient($"{id}/receipt").UploadAsync(BinaryData.FromString(""), cancellationToken);

        // Tag: partition, row, parsed blob, tags blob, begin, rows of bands, bands, other rows, hours to be counted, commit.
        var head = await ReadHeadAsync($"{id}-article", cancellationToken);
        await _table.GetEntityIfExistsAsync<TableEntity>(id, "file", cancellationToken: cancellationToken);
        await parsed.DownloadContentAsync(cancellationToken);
        await _blobs.GetBlobClient($"{id}/tags").UploadAsync(article.Tags, cancellationToken);
        var intent = IntentOf(article, head.PartitionKey);
        await _table.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity(head.PartitionKey, head.RowKey) { ["NextRev"] = 1 }, head.ETag),
                new TableTransactionAction(TableTransactionActionType.Add, intent),
            ],
            cancellationToken);
        await AddAsync(article.Bands.Select(row => Copy(row, $"{row.PartitionKey}-{id}", row.RowKey)), cancellationToken);
        await Task.WhenAll(article.Bands.Select(row => ReadBandAsync($"{row.PartitionKey}-{id}", cancellationToken)));
        await AddAsync(article.Listings.Select(row => Copy(row, row.PartitionKey, $"{row.RowKey}-{id}")), cancellationToken);
        await _table.SubmitTransactionAsync(
            [.. Enumerable.Range(0, article.Hours).Select(hour => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("dirty", $"{id}-{hour}")))],
            cancellationToken);
        await _table.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, Copy(article.Head, head.PartitionKey, head.RowKey), ETag.All),
                new TableTransactionAction(TableTransactionActionType.Delete, intent, ETag.All),
            ],
            cancellationToken);

        // The host: the message.
        await _queue.DeleteMessageAsync(message.Value.MessageId, message.Value.PopReceipt, cancellationToken);
    }

    /// <summary>Makes a row with the columns of another one; all of them, where none is named.</summary>
    private static TableEntity Copy(TableEntity row, string partitionKey, string rowKey, params string[] columns)
    {
        var copy = new TableEntity(partitionKey, rowKey);
        foreach (var (name, value) in row.Where(column => !Own.Contains(column.Key) && (columns is [] || columns.Contains(column.Key))))
        {
            copy[name] = value;
        }

        return copy;
    }

    private static TableEntity IntentOf(StoredArticle article, string partitionKey) => new(partitionKey, "intent")
    {
        ["Rev"] = 1,
        ["Attempt"] = Guid.NewGuid(),
        ["Version"] = article.Head["Version"],
        ["Started"] = article.Head["Updated"],
        ["OldKeys"] = "",
        ["NewKeys"] = article.Head["IndexKeys"],
    };

    private Task AddAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        rows,
        new ParallelOptions { MaxDegreeOfParallelism = Rows, CancellationToken = cancellationToken },
        async (row, token) => await _table.AddEntityAsync(row, token));

    private async Task<TableEntity> ReadHeadAsync(string partitionKey, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey}"), cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows.Single();
    }

    private async Task ReadBandAsync(string band, CancellationToken cancellationToken)
    {
        var rows = TableClient.CreateQueryFilter($"PartitionKey eq {band}");
        await foreach (var _ in _table.QueryAsync<TableEntity>(rows, maxPerPage: 100, cancellationToken: cancellationToken))
        {
        }
    }

    private Task EnsureCreatedAsync(CancellationToken cancellationToken) => _created ??= Task.WhenAll(
        _blobs.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
        _table.CreateIfNotExistsAsync(cancellationToken));
}
