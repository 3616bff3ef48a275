using Microsoft.Extensions.Logging;

namespace Pipeline.LocalHost.Triggers;

/// <summary>Starts listeners together, and stops them together within bounds.</summary>
/// <param name="listeners">The listeners.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ListenerGroup(
    IReadOnlyList<TriggerListener> listeners, TimeProvider timeProvider, ILogger<ListenerGroup> logger) : IDisposable
{
    // Chosen: a storage that does not answer by then may come later; the listeners wait for it.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(5);

    // Chosen: what functions have to end after their token is cancelled, and as much for returning their messages.
    private static readonly TimeSpan AbortPatience = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Starts all, and waits until all have first looked, or some have not for long.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var tokens = new StopTokens(_stopping.Token, _aborting.Token);
        _running = Task.WhenAll(listeners.Select(listener => Task.Run(() => listener.RunAsync(tokens), CancellationToken.None)));
        var ready = Task.WhenAll(listeners.Select(listener => listener.Ready));
        await Task.WhenAny(ready, _running, Task.Delay(StartPatience, timeProvider, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>
    /// Stops all: at first they start nothing new, then, after the grace, functions that still run are cancelled.
    /// </summary>
    /// <param name="grace">How long functions may go on.</param>
    /// <param name="cancellationToken">Ends the grace.</param>
    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAny(_running, Task.Delay(grace, timeProvider, cancellationToken));
        await _aborting.CancelAsync();
        if (await Task.WhenAny(_running, Task.Delay(AbortPatience, timeProvider, CancellationToken.None)) != _running)
        {
            LogGaveUp();
        }
        else if (_running.Exception is { } exception)
        {
            LogBroken(exception.GetBaseException());
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }

    [LoggerMessage(1, LogLevel.Warning, "Some functions did not end when cancelled; the host stops without them.")]
    private partial void LogGaveUp();

    [LoggerMessage(2, LogLevel.Error, "A listener ended by an error.")]
    private partial void LogBroken(Exception exception);
}
