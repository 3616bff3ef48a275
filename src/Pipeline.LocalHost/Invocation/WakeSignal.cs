namespace Pipeline.LocalHost.Invocation;

/// <summary>Wakes all who wait, once each time it is set.</summary>
internal sealed class WakeSignal
{
    private TaskCompletionSource _next = Create();

    /// <summary>
    /// Gets a task that ends when the signal is next set. Take it before looking at what may have changed, so that a
    /// change during the look is not missed.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Set() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
