using System.Text.RegularExpressions;
using System.Web;
using Azure.Data.Tables;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Reading;

/// <summary>The same reads of tables, issued through the SDK with nothing around them.</summary>
/// <param name="clients">The clients.</param>
/// <param name="reads">The addresses of the reads, as a <see cref="CountingTransport"/> kept them.</param>
internal sealed partial class BareReads(ArticleStorageClients clients, IReadOnlyList<Uri> reads)
{
    /// <summary>Issues the reads, one after the other.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var entities = 0;
        foreach (var read in reads)
        {
            entities += await RunAsync(read, cancellationToken);
        }

        return entities;
    }

    private async Task<int> RunAsync(Uri read, CancellationToken cancellationToken)
    {
        var path = PathForm().Match(Uri.UnescapeDataString(read.AbsolutePath));
        var table = clients.Tables.GetTableClient(path.Groups["table"].Value);
        if (path.Groups["row"].Success)
        {
            await table.GetEntityIfExistsAsync<TableEntity>(path.Groups["partition"].Value, path.Groups["row"].Value, cancellationToken: cancellationToken);
            return 1;
        }

        var query = HttpUtility.ParseQueryString(read.Query);
        var top = query["$top"] is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
        await foreach (var page in table
            .QueryAsync<TableEntity>(query["$filter"], top, query["$select"]?.Split(','), cancellationToken)
            .AsPages(pageSizeHint: top))
        {
            return page.Values.Count;
        }

        return 0;
    }

    [GeneratedRegex(@"/(?<table>[A-Za-z0-9]+)\((PartitionKey='(?<partition>[^']*)',RowKey='(?<row>[^']*)')?\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PathForm();
}
