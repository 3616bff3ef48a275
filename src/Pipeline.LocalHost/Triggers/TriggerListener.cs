namespace Pipeline.LocalHost.Triggers;

/// <summary>Watches for what starts one function, and runs it.</summary>
internal abstract class TriggerListener
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets a task that ends when the listener has first looked, so that what comes from now on is seen.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Listens until the host stops; ends when nothing of it runs any more.</summary>
    /// <param name="stopping">What tells to stop.</param>
    public abstract Task RunAsync(StopTokens stopping);

    protected void MarkReady() => _ready.TrySetResult();
}
