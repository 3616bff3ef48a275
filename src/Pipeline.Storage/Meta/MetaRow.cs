using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Meta;

/// <summary>One row of the table <see cref="TableNames.Meta"/>: a value as JSON, which changes only under the tag that was read.</summary>
/// <typeparam name="T">The value's type: a record, as values are compared.</typeparam>
/// <param name="clients">The clients of the storage account.</param>
/// <param name="partition">The row's partition key.</param>
/// <param name="row">The row's key.</param>
internal sealed class MetaRow<T>(ArticleStorageClients clients, string partition, string row)
    where T : class
{
    private const string Value = "Value";

    private readonly TableClient _table = clients.Tables.GetTableClient(TableNames.Meta);

    /// <summary>Reads the value.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The value; null where there is none.</returns>
    public async Task<Stored<T>?> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? new Stored<T>(found.Value!.ReadJson<T>(Value)!, found.Value!.ETag.ToString()) : null;
    }

    /// <summary>Writes the value, if it is still what the caller read. A repetition that finds its own write succeeds.</summary>
    /// <param name="value">The value.</param>
    /// <param name="previous">What was read; null where there was nothing.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where it is no longer what the caller read.</returns>
    public async Task<bool> TryWriteAsync(T value, Stored<T>? previous, CancellationToken cancellationToken)
    {
        var json = JsonColumns.Write(value);
        var entity = new TableEntity(partition, row) { [Value] = json };
        try
        {
            _ = previous is null
                ? await _table.AddEntityAsync(entity, cancellationToken)
                : await _table.UpdateEntityAsync(entity, new ETag(previous.Tag), TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return await ReadAsync(cancellationToken) is { } current && JsonColumns.Write(current.Value) == json;
        }
    }
}
