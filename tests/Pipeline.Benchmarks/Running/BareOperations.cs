using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Running;

/// <summary>
/// The storage operations that the host and the protocols issue for one new article, of the same kinds and sizes and in
/// the same order, and nothing else: what the pipeline could reach if its own work cost nothing.
/// </summary>
internal sealed class BareOperations(ArticleStorageClients storage, StoredSizes sizes)
{
    private const int Drop = 1;
    private const int Parse = 7;
    private const int Bands = 4;
    private const int Tag = 7 + Bands;

    // A look at the blob, its receipt, and a message deleted. Looks at the container and messages received come in batches: not counted.
    private const int Host = 3;

    private readonly byte[] _source = new byte[sizes.Source];
    private readonly byte[] _parsed = new byte[sizes.Parsed];
    private readonly byte[] _tags = new byte[sizes.Tags];
    private readonly string _head = new('h', sizes.Head);
    private readonly string _row = new('r', sizes.Row);

    private readonly BlobContainerClient _blobs = storage.Blobs.GetBlobContainerClient("bare");
    private readonly QueueClient _queue = storage.Queues.GetQueueClient("bare");
    private readonly TableClient _table = storage.Tables.GetTableClient("Bare");
    private Task? _created;

    /// <summary>The number of operations for an article with that many index rows.</summary>
    public static int Count(int rows) => Drop + Parse + Tag + rows + Host;

    /// <summary>Issues the operations of one article.</summary>
    /// <param name="id">An id that no other article has.</param>
    /// <param name="cancellationToken">Ends them early.</param>
    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        await EnsureCreatedAsync(cancellationToken);

        // The drop, and the host's look at it.
        var source = _blobs.GetBlobClient($"{id}/source");
        await source.UploadAsync(BinaryData.FromBytes(_source), cancellationToken);

        await source.GetPropertiesAsync(cancellationToken: cancellationToken);

        // Parse: row, file, parsed blob, row, head, message, ETag.
        await _table.GetEntityIfExistsAsync<TableEntity>(id, "file", cancellationToken: cancellationToken);
        await source.DownloadContentAsync(cancellationToken);
        var parsed = _blobs.GetBlobClient($"{id}/parsed");
        await parsed.UploadAsync(BinaryData.FromBytes(_parsed), cancellationToken);
        await _table.AddEntityAsync(new TableEntity(id, "file") { ["Text"] = id }, cancellationToken);
        await _table.AddEntityAsync(new TableEntity($"{id}-article", "head") { ["Text"] = id }, cancellationToken);
        var message = await _queue.SendMessageAsync(id, cancellationToken);
        await source.GetPropertiesAsync(cancellationToken: cancellationToken);

        // The host: the blob's receipt.
        await _blobs.GetBlobClient($"{id}/receipt").UploadAsync(BinaryData.FromString(""), cancellationToken);

        // Tag: partition, row, parsed blob, tags blob, begin, rows of bands, bands, other rows, hours to be counted, commit.
        var partition = TableClient.CreateQueryFilter($"PartitionKey eq {id + "-article"}");
        TableEntity? head = null;
        await foreach (var row in _table.QueryAsync<TableEntity>(partition, cancellationToken: cancellationToken))
        {
            head = row;
        }

        await _table.GetEntityIfExistsAsync<TableEntity>(id, "file", cancellationToken: cancellationToken);
        await parsed.DownloadContentAsync(cancellationToken);
        await _blobs.GetBlobClient($"{id}/tags").UploadAsync(BinaryData.FromBytes(_tags), cancellationToken);
        var intent = new TableEntity($"{id}-article", "intent") { ["Text"] = _row };
        await _table.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity(head!.PartitionKey, head.RowKey) { ["Next"] = 1 }, head.ETag),
                new TableTransactionAction(TableTransactionActionType.Add, intent),
            ],
            cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Bands).Select(band =>
            _table.AddEntityAsync(new TableEntity(BandOf(id, band), id) { ["Text"] = _row }, cancellationToken)));
        await Task.WhenAll(Enumerable.Range(0, Bands).Select(band => ReadBandAsync(BandOf(id, band), cancellationToken)));
        await Task.WhenAll(Enumerable.Range(0, sizes.Rows - Bands).Select(row =>
            _table.AddEntityAsync(new TableEntity($"row-{row}", id) { ["Text"] = _row }, cancellationToken)));
        await _table.SubmitTransactionAsync(
            [.. Enumerable.Range(0, sizes.Hours).Select(hour => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("dirty", $"{id}-{hour}")))],
            cancellationToken);
        await _table.SubmitTransactionAsync(
            [
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, new TableEntity(head.PartitionKey, head.RowKey) { ["Text"] = _head }, ETag.All),
                new TableTransactionAction(TableTransactionActionType.Delete, intent, ETag.All),
            ],
            cancellationToken);

        // The host: the message.
        await _queue.DeleteMessageAsync(message.Value.MessageId, message.Value.PopReceipt, cancellationToken);
    }

    // Few articles share a band.
    private static string BandOf(string id, int band) => $"band-{band}-{id}";

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
