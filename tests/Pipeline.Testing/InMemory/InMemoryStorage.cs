
namespace Pipeline.Testing.InMemory;

/// <summary>
/// All stores of the pipeline in memory, with the guarantees of the real ones and no others. Every operation first calls
/// <see cref="BeforeOperation"/>, where a test may change things meanwhile, or throw: a crash between two operations.
/// </summary>
public sealed class InMemoryStorage
{
    private long _lastTag;

    public InMemoryStorage()
    {
        Sources = new InMemorySourceFileStore(this);
        Files = new InMemoryFileStore(this);
        Parsed = new InMemoryParsedArticleStore(this);
        Articles = new InMemoryArticleStore(this);
        Index = new InMemoryIndexStore(this);
        Queues = new InMemoryQueues(this);
        Poison = new InMemoryPoisonStore(this);
        Maintenance = new InMemoryMaintenanceStore(this);
        Taxonomies = new InMemoryTaxonomyStore(this);
        Generations = new InMemoryGenerationStore(this);
        Stats = new InMemoryStatsStore(this);
        Dirty = new InMemoryDirtyStore(this);
    }

    public InMemorySourceFileStore Sources { get; }

    public InMemoryFileStore Files { get; }

    public InMemoryParsedArticleStore Parsed { get; }

    public InMemoryArticleStore Articles { get; }

    public InMemoryIndexStore Index { get; }

    public InMemoryQueues Queues { get; }

    public InMemoryPoisonStore Poison { get; }

    public InMemoryMaintenanceStore Maintenance { get; }

    public InMemoryTaxonomyStore Taxonomies { get; }

    public InMemoryGenerationStore Generations { get; }

    public InMemoryStatsStore Stats { get; }

    public InMemoryDirtyStore Dirty { get; }

    /// <summary>Gets or sets what runs before each operation; it gets the operation's name, as <c>Index.Put</c>.</summary>
    public Func<string, Task> BeforeOperation { get; set; } = _ => Task.CompletedTask;

    /// <summary>Gets the names of all operations so far, in order.</summary>
    public List<string> Operations { get; } = [];

    internal string NextTag() => $"tag-{Interlocked.Increment(ref _lastTag)}";

    internal async Task EnterAsync(string operation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (Operations)
        {
            Operations.Add(operation);
        }

        await BeforeOperation(operation);
    }
}
