namespace Pipeline.LocalHost.Invocation;

/// <summary>The work that a listener has started and not ended.</summary>
internal sealed class RunningWork
{
    private readonly WakeSignal _ended = new();
    private int _count;

    public void Start(Func<Task> work)
    {
        Interlocked.Increment(ref _count);
        _ = RunAsync(work);
    }

    /// <summary>Waits until at most <paramref name="count"/> are left.</summary>
    public async Task WaitUntilAtMostAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = _ended.Next;
            if (Volatile.Read(ref _count) <= count)
            {
                return;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        finally
        {
            Interlocked.Decrement(ref _count);
            _ended.Set();
        }
    }
}
