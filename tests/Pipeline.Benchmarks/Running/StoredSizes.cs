using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;

namespace Pipeline.Benchmarks.Running;

/// <summary>What the pipeline stored for the articles of a run: how much the bare operations have to write.</summary>
/// <param name="Source">The length of the file, in bytes.</param>
/// <param name="Parsed">The mean length of a parsed blob, in bytes.</param>
/// <param name="Tags">The mean length of a tags blob, in bytes.</param>
/// <param name="Head">The mean length of a head's text properties, in UTF-16 code units.</param>
/// <param name="Row">The mean length of an index row's text properties, in UTF-16 code units.</param>
/// <param name="Rows">The mean number of index rows.</param>
/// <param name="Hours">The mean number of hours of listings that are marked to be counted.</param>
internal sealed record StoredSizes(int Source, int Parsed, int Tags, int Head, int Row, int Rows, int Hours)
{
    /// <summary>Reads them from storage.</summary>
    public static async Task<StoredSizes> ReadAsync(
        ArticleStorageClients storage, IReadOnlyCollection<string> articleIds, int source, CancellationToken cancellationToken)
    {
        var articles = new ArticleStore(storage);
        var heads = storage.Tables.GetTableClient(TableNames.Articles);
        var blobs = storage.Blobs.GetBlobContainerClient(ContainerNames.Parsed);
        long parsed = 0, tags = 0, head = 0, row = 0, rows = 0, hours = 0;
        foreach (var id in articleIds)
        {
            var stored = (await articles.ReadHeadAsync(id, cancellationToken))!;
            var tagging = ArticleVersions.ForTagging(stored.TaxonomyVersion!, stored.PipelineVersion!);
            parsed += await LengthAsync(blobs, $"{id}/{stored.Version}.json", cancellationToken);
            tags += await LengthAsync(blobs, $"{id}/{stored.Version}.tags-{tagging}.json", cancellationToken);
            head += await TextAsync(heads, id, "head", cancellationToken);
            row += await TextAsync(storage.Tables.GetTableClient(TableNames.IndexOf(stored.IndexKeys[0].Generation)), stored.IndexKeys[0], cancellationToken);
            rows += stored.IndexKeys.Count;
            hours += stored.IndexKeys.Select(DirtyHour.Of).OfType<DirtyHour>().Distinct().Count();
        }

        int Mean(long sum) => (int)Math.Round((double)sum / articleIds.Count);
        return new StoredSizes(source, Mean(parsed), Mean(tags), Mean(head), Mean(row), Mean(rows), Mean(hours));
    }

    private static async Task<long> LengthAsync(BlobContainerClient blobs, string name, CancellationToken cancellationToken) =>
        (await blobs.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ContentLength;

    private static Task<long> TextAsync(TableClient table, IndexKey key, CancellationToken cancellationToken) =>
        TextAsync(table, key.PartitionKey, key.RowKey, cancellationToken);

    private static async Task<long> TextAsync(TableClient table, string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        (await table.GetEntityAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellationToken))
            .Value.Sum(column => (column.Value as string)?.Length ?? 0);
}
