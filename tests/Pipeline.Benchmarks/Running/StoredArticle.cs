using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;

namespace Pipeline.Benchmarks.Running;

/// <summary>All that the pipeline stored for an article of a file of its own: what the bare operations write once more, under other keys.</summary>
internal sealed record StoredArticle
{
    /// <summary>Gets the parsed article.</summary>
    public required BinaryData Parsed { get; init; }

    /// <summary>Gets its tags.</summary>
    public required BinaryData Tags { get; init; }

    /// <summary>Gets the file's row.</summary>
    public required TableEntity File { get; init; }

    /// <summary>Gets the head.</summary>
    public required TableEntity Head { get; init; }

    /// <summary>Gets the rows by which near duplicates are found.</summary>
    public required IReadOnlyList<StoredRow> Bands { get; init; }

    /// <summary>Gets the rows of listings.</summary>
    public required IReadOnlyList<StoredRow> Listings { get; init; }

    /// <summary>Gets how many hours of listings are marked to be counted.</summary>
    public required int Hours { get; init; }

    /// <summary>Reads it from storage.</summary>
    public static async Task<StoredArticle> ReadAsync(ArticleStorageClients storage, string id, CancellationToken cancellationToken)
    {
        var head = (await new ArticleStore(storage).ReadHeadAsync(id, cancellationToken))!;
        var tagging = ArticleVersions.ForTagging(head.TaxonomyVersion!, head.PipelineVersion!);
        var blobs = storage.Blobs.GetBlobContainerClient(ContainerNames.Parsed);
        var rows = new List<StoredRow>();
        foreach (var key in head.IndexKeys)
        {
            rows.Add(new StoredRow(key.Generation, await ReadAsync(storage, TableNames.IndexOf(key.Generation), key.PartitionKey, key.RowKey, cancellationToken)));
        }

        return new StoredArticle
        {
            Parsed = await ReadAsync(blobs, $"{id}/{head.Version}.json", cancellationToken),
            Tags = await ReadAsync(blobs, $"{id}/{head.Version}.tags-{tagging}.json", cancellationToken),
            File = await ReadAsync(storage, TableNames.Files, head.FileId, "file", cancellationToken),
            Head = await ReadAsync(storage, TableNames.Articles, id, "head", cancellationToken),
            Bands = rows.FindAll(IsBand),
            Listings = rows.FindAll(row => !IsBand(row)),
            Hours = head.IndexKeys.Select(DirtyHour.Of).OfType<DirtyHour>().Distinct().Count(),
        };
    }

    private static bool IsBand(StoredRow row) => row.Entity.ContainsKey("Signature");

    private static async Task<TableEntity> ReadAsync(ArticleStorageClients storage, string table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        await storage.Tables.GetTableClient(table).GetEntityAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellationToken);

    private static async Task<BinaryData> ReadAsync(BlobContainerClient blobs, string name, CancellationToken cancellationToken) =>
        (await blobs.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
}

/// <summary>A row of the index.</summary>
/// <param name="Generation">The generation, which is a table of its own.</param>
/// <param name="Entity">The row.</param>
internal sealed record StoredRow(int Generation, TableEntity Entity);
