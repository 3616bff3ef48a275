using Microsoft.Extensions.Logging;

namespace Pipeline.LocalHost.Triggers;

/// <summary>
/// Carries a listener over times when its storage does not answer: logs once when it goes and once when it is back, and
/// tries again in between, ever more slowly.
/// </summary>
/// <param name="listener">Which function's, for the log.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class StorageOutage(string listener, TimeProvider timeProvider, ILogger logger)
{
    // Chosen so that a restarted emulator is used again at once, and a storage that is away is not hammered.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    // Chosen: the operations are small, and a host that stops waits for one.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(5);

    private int _isAway;

    /// <summary>Does an operation until it succeeds, or until the host stops after it failed.</summary>
    /// <param name="operation">The operation, which may be done again after it failed half-way.</param>
    /// <param name="stopping">Tells that the host stops: what failed is not tried again, but each is tried once.</param>
    /// <returns>Whether it succeeded.</returns>
    public async Task<bool> TryUntilDoneAsync(Func<CancellationToken, Task> operation, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            using var limit = new CancellationTokenSource(LongestAttempt, timeProvider);
            try
            {
                await operation(limit.Token);
                ReportAnswer();
                return true;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                if (stopping.IsCancellationRequested)
                {
                    return false;
                }

                ReportFailure(
                    limit.IsCancellationRequested ? new TimeoutException($"No answer within {LongestAttempt:c}.") : exception);
            }

            if (!await PauseAsync(pause, stopping))
            {
                return false;
            }
        }
    }

    /// <summary>Repeats an operation until the host stops, with the pause that it asks for, or a growing one while it fails.</summary>
    /// <param name="operation">The operation; gives the task to wait for before the next.</param>
    /// <param name="stopping">What tells to stop.</param>
    public async Task RepeatAsync(Func<Task<Task>> operation, CancellationToken stopping)
    {
        var pause = FirstPause;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var rest = await operation();
                ReportAnswer();
                pause = FirstPause;
                await rest;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                if (stopping.IsCancellationRequested)
                {
                    return;
                }

                ReportFailure(exception);
                await PauseAsync(pause, stopping);
                pause = Longer(pause);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private async Task<bool> PauseAsync(TimeSpan pause, CancellationToken stopping)
    {
        await Task.Delay(pause, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stopping.IsCancellationRequested;
    }

    private void ReportFailure(Exception exception)
    {
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            LogAway(listener, exception.Message.Split('\n')[0].Trim());
        }
    }

    private void ReportAnswer()
    {
        if (Volatile.Read(ref _isAway) == 1 && Interlocked.Exchange(ref _isAway, 0) == 1)
        {
            LogBack(listener);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Function}: the storage does not answer; trying until it does. {Reason}")]
    private partial void LogAway(string function, string reason);

    [LoggerMessage(2, LogLevel.Information, "{Function}: the storage answers again.")]
    private partial void LogBack(string function);
}
