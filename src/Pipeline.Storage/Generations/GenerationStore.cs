using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Generations;

/// <summary>The table <see cref="TableNames.Meta"/>: partition <c>index</c>, row <c>generations</c>.</summary>
public sealed class GenerationStore(ArticleStorageClients clients) : IGenerationStore
{
    private const string Partition = "index";
    private const string Row = "generations";
    private const string Value = "Value";

    private readonly TableClient _table = clients.Tables.GetTableClient(TableNames.Meta);

    /// <inheritdoc/>
    public async Task<Stored<IndexGenerations>?> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellationToken);
        return row.HasValue ? new Stored<IndexGenerations>(row.Value!.ReadJson<IndexGenerations>(Value)!, row.Value!.ETag.ToString()) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> TryWriteAsync(IndexGenerations generations, Stored<IndexGenerations>? previous, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, Row) { [Value] = JsonColumns.Write(generations) };
        try
        {
            _ = previous is null
                ? await _table.AddEntityAsync(row, cancellationToken)
                : await _table.UpdateEntityAsync(row, new ETag(previous.Tag), TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // A repetition may find its own write.
            return (await ReadAsync(cancellationToken))?.Value == generations;
        }
    }

    /// <inheritdoc/>
    public Task CreateTablesAsync(int generation, CancellationToken cancellationToken) => Task.WhenAll(
        clients.Tables.CreateTableIfNotExistsAsync(TableNames.IndexOf(generation), cancellationToken),
        clients.Tables.CreateTableIfNotExistsAsync(TableNames.StatsOf(generation), cancellationToken));

    /// <inheritdoc/>
    public Task DropTablesAsync(int generation, CancellationToken cancellationToken) => Task.WhenAll(
        clients.Tables.DeleteTableAsync(TableNames.IndexOf(generation), cancellationToken),
        clients.Tables.DeleteTableAsync(TableNames.StatsOf(generation), cancellationToken));
}
