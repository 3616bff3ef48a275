using Pipeline.Storage;
using Pipeline.Storage.Generations;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryGenerationStore(InMemoryStorage storage) : IGenerationStore
{
    private Stored<IndexGenerations>? _stored;

    /// <summary>Gets the generations whose tables were removed.</summary>
    public List<int> Dropped { get; } = [];

    public async Task<Stored<IndexGenerations>?> ReadAsync(CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Generations.Read", cancellationToken);
        return _stored;
    }

    public async Task<bool> TryWriteAsync(IndexGenerations generations, Stored<IndexGenerations>? previous, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Generations.Write", cancellationToken);
        if (_stored?.Tag != previous?.Tag)
        {
            return false;
        }

        _stored = new Stored<IndexGenerations>(generations, storage.NextTag());
        return true;
    }

    public Task CreateTablesAsync(int generation, CancellationToken cancellationToken) => storage.EnterAsync("Generations.Create", cancellationToken);

    public async Task DropTablesAsync(int generation, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Generations.Drop", cancellationToken);
        storage.Index.Drop(generation);
        Dropped.Add(generation);
    }
}
