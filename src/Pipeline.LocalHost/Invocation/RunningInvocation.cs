namespace Pipeline.LocalHost.Invocation;

/// <summary>The clock and the token of one invocation.</summary>
internal sealed class RunningInvocation : IDisposable
{
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource? _timeout;
    private readonly CancellationTokenSource _linked;
    private readonly long _started;
    private bool _ended;

    private RunningInvocation(TimeSpan? timeout, TimeProvider timeProvider, CancellationToken outer)
    {
        _timeProvider = timeProvider;
        _started = timeProvider.GetTimestamp();
        _timeout = timeout is { } limit ? new CancellationTokenSource(limit, timeProvider) : null;
        _linked = CancellationTokenSource.CreateLinkedTokenSource(outer, _timeout?.Token ?? CancellationToken.None);
    }

    /// <summary>Gets the token for the function: cancelled at the timeout, and with the outer one.</summary>
    public CancellationToken Token => _linked.Token;

    public TimeSpan Elapsed => _timeProvider.GetElapsedTime(_started);

    public bool TimedOut => _timeout?.IsCancellationRequested == true;

    public static RunningInvocation Start(TimeSpan? timeout, TimeProvider timeProvider, CancellationToken outer) =>
        new(timeout, timeProvider, outer);

    /// <summary>Waits until the run ends, however it does.</summary>
    public async Task WaitAsync(Task run)
    {
        await Task.WhenAny(run);
        _ended = true;
    }

    /// <summary>Waits until the run ends, or until its token was cancelled and the grace is over.</summary>
    public async Task WaitAsync(Task run, TimeSpan grace)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = Token.Register(() => cancelled.TrySetResult());
        if (await Task.WhenAny(run, cancelled.Task) != run)
        {
            await Task.WhenAny(run, Task.Delay(grace, _timeProvider, CancellationToken.None));
        }

        _ended = run.IsCompleted;
        if (!_ended)
        {
            // Nobody waits any more; its exception must not surface as unobserved.
            _ = run.ContinueWith(
                static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    public void Dispose()
    {
        // A function that goes on still holds the token: then its source is left to the collector.
        _timeout?.Dispose();
        if (_ended)
        {
            _linked.Dispose();
        }
    }
}
