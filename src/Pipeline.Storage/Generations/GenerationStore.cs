using Pipeline.Storage.Meta;

namespace Pipeline.Storage.Generations;

/// <summary>The table <see cref="TableNames.Meta"/>: partition <c>index</c>, row <c>generations</c>.</summary>
public sealed class GenerationStore(ArticleStorageClients clients) : IGenerationStore
{
    private readonly MetaRow<IndexGenerations> _row = new(clients, "index", "generations");

    /// <inheritdoc/>
    public Task<Stored<IndexGenerations>?> ReadAsync(CancellationToken cancellationToken) => _row.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryWriteAsync(IndexGenerations generations, Stored<IndexGenerations>? previous, CancellationToken cancellationToken) =>
        _row.TryWriteAsync(generations, previous, cancellationToken);

    /// <inheritdoc/>
    public Task CreateTablesAsync(int generation, CancellationToken cancellationToken) => Task.WhenAll(
        clients.Tables.CreateTableIfNotExistsAsync(TableNames.IndexOf(generation), cancellationToken),
        clients.Tables.CreateTableIfNotExistsAsync(TableNames.StatsOf(generation), cancellationToken));

    /// <inheritdoc/>
    public Task DropTablesAsync(int generation, CancellationToken cancellationToken) => Task.WhenAll(
        clients.Tables.DeleteTableAsync(TableNames.IndexOf(generation), cancellationToken),
        clients.Tables.DeleteTableAsync(TableNames.StatsOf(generation), cancellationToken));
}
