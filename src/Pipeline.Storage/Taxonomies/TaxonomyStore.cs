using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Storage.Keys;
using Pipeline.Text;

namespace Pipeline.Storage.Taxonomies;

/// <summary>
/// The container <see cref="ContainerNames.Config"/> and the table <see cref="TableNames.Taxonomy"/>, with one row:
/// partition <c>taxonomy</c>, row <c>in-force</c>, the file compressed in as many properties as it needs.
/// </summary>
public sealed class TaxonomyStore(ArticleStorageClients clients) : ITaxonomyStore
{
    /// <summary>The name of the report's blob.</summary>
    public const string ReportName = "taxonomy.report.json";

    private const string Prefix = "taxonomy.";
    private const string Partition = "taxonomy";
    private const string Row = "in-force";

    private static readonly BlobUploadOptions Json = new() { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } };

    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(ContainerNames.Config);
    private readonly TableClient _table = clients.Tables.GetTableClient(TableNames.Taxonomy);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaxonomyBlob>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<TaxonomyBlob>();
        await foreach (var blob in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellationToken))
        {
            if (blob.Name != ReportName)
            {
                found.Add(new TaxonomyBlob(blob.Name, ArticleVersions.Normalize(blob.Properties.ETag!.Value)));
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(TaxonomyBlob blob, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            var download = await _container.GetBlobClient(blob.Name).DownloadStreamingAsync(cancellationToken: cancellationToken);
            using var body = download.Value;
            if (ArticleVersions.Normalize(body.Details.ETag) != blob.ETag)
            {
                return null;
            }

            var content = new byte[Math.Min(body.Details.ContentLength, maxBytes + 1L)];
            await body.Content.ReadExactlyAsync(content, cancellationToken);
            return content;
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<TaxonomyRecord?> ReadInForceAsync(CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        return row.HasValue ? await ReadAsync(row.Value!, cancellationToken) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> TryPutInForceAsync(TaxonomyRecord record, CancellationToken cancellationToken)
    {
        var content = await CompressAsync(record.Content, cancellationToken);
        if (content.Length > TaxonomyRecord.MaxCompressedBytes)
        {
            return false;
        }

        var row = new TableEntity(Partition, Row)
        {
            ["Blob"] = record.Blob.Name,
            ["BlobETag"] = record.Blob.ETag,
            ["Version"] = record.Version,
            ["Since"] = record.Since.UtcDateTime,
        };
        for (var part = 0; part * TaxonomyRecord.MaxPropertyBytes < content.Length; part++)
        {
            row[ContentName(part)] = content.AsSpan(part * TaxonomyRecord.MaxPropertyBytes)
                [..Math.Min(TaxonomyRecord.MaxPropertyBytes, content.Length - (part * TaxonomyRecord.MaxPropertyBytes))].ToArray();
        }

        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task WriteReportAsync(TaxonomyReport report, CancellationToken cancellationToken) =>
        await _container.GetBlobClient(ReportName).UploadAsync(BinaryData.FromObjectAsJson(report, PipelineJson.Options), Json, cancellationToken);

    /// <inheritdoc/>
    public async Task<TaxonomyReport?> ReadReportAsync(CancellationToken cancellationToken)
    {
        try
        {
            var download = await _container.GetBlobClient(ReportName).DownloadContentAsync(cancellationToken);
            return download.Value.Content.ToObjectFromJson<TaxonomyReport>(PipelineJson.Options);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return null;
        }
        catch (JsonException)
        {
            // The container is the user's: there may be anything of that name.
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await _table.DeleteEntityAsync(Partition, Row, ETag.All, cancellationToken);
        await _container.GetBlobClient(ReportName).DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }

    private static async Task<TaxonomyRecord> ReadAsync(TableEntity row, CancellationToken cancellationToken)
    {
        using var compressed = new MemoryStream();
        for (var part = 0; row.GetBinary(ContentName(part)) is { } bytes; part++)
        {
            compressed.Write(bytes);
        }

        compressed.Position = 0;
        using var content = new MemoryStream();
        await using var gzip = new GZipStream(compressed, CompressionMode.Decompress);
        await gzip.CopyToAsync(content, cancellationToken);
        return new TaxonomyRecord
        {
            Blob = new TaxonomyBlob(row.GetString("Blob"), row.GetString("BlobETag")),
            Version = row.GetString("Version"),
            Since = row.GetDateTimeOffset("Since")!.Value,
            Content = content.ToArray(),
        };
    }

    private static async Task<byte[]> CompressAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(content, cancellationToken);
        }

        return compressed.ToArray();
    }

    private static string ContentName(int part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Content{part}");
}
