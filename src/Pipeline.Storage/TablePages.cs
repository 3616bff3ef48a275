using System.Net;
using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage;

/// <summary>Reads tables page by page, in the order of their keys.</summary>
internal static class TablePages
{
    /// <summary>The most rows of a page, as the service has it.</summary>
    public const int MaxRows = 1_000;

    /// <summary>Reads one page.</summary>
    /// <param name="table">The table.</param>
    /// <param name="filter">Which rows; null for all.</param>
    /// <param name="columns">Which properties; null for all.</param>
    /// <param name="token">The token of the page; null for the first.</param>
    /// <param name="limit">The most rows, from 1 to <see cref="MaxRows"/>.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async Task<StoragePage<TableEntity>> ReadPageAsync(
        this TableClient table, string? filter, IEnumerable<string>? columns, string? token, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(table, filter, columns, token, limit, cancellationToken);
        }
        catch (RequestFailedException exception) when (token is not null && exception.Status == (int)HttpStatusCode.BadRequest)
        {
            // A token that the service knows no longer: from the start.
            return await ReadAsync(table, filter, columns, token: null, limit, cancellationToken);
        }
    }

    private static async Task<StoragePage<TableEntity>> ReadAsync(
        TableClient table, string? filter, IEnumerable<string>? columns, string? token, int limit, CancellationToken cancellationToken)
    {
        var pages = table.QueryAsync<TableEntity>(filter, limit, columns, cancellationToken).AsPages(token, limit);
        await foreach (var page in pages)
        {
            return new StoragePage<TableEntity>(page.Values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new StoragePage<TableEntity>([], Next: null);
    }
}
