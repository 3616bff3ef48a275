namespace Pipeline.Testing.Schedules;

/// <summary>
/// Runs tasks on one thread, and whenever one gives way, goes on with any of those that are ready: the same seed makes the same
/// order. What awaits nothing is one step.
/// </summary>
/// <param name="random">Chooses.</param>
public sealed class RandomScheduler(Random random) : TaskScheduler
{
    private readonly List<Task> _ready = [];

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs something, and all that it starts, to its end.</summary>
    /// <param name="work">What is run.</param>
    /// <exception cref="InvalidOperationException">It waits for something that nobody does.</exception>
    public void Run(Func<Task> work)
    {
        var whole = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();
        while (!whole.IsCompleted)
        {
            if (_ready.Count == 0)
            {
                throw new InvalidOperationException("All wait, and nothing is ready.");
            }

            var next = random.Next(_ready.Count);
            var task = _ready[next];
            _ready.RemoveAt(next);
            TryExecuteTask(task);
        }

        whole.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. _ready];

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        lock (_ready)
        {
            _ready.Add(task);
        }
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
}
