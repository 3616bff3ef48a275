using Pipeline.LocalHost.Invocation;

namespace Pipeline.LocalHost.Triggers.Queues;

/// <summary>
/// The pause after a look at an empty queue: longer each time up to a bound, and cut short when a function of this
/// process ended, since it may have enqueued a message.
/// </summary>
/// <param name="longest">The bound.</param>
/// <param name="wake">Is set when a function ended.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class PollingPause(TimeSpan longest, WakeSignal wake, TimeProvider timeProvider)
{
    internal static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    // Chosen so that a busy function's ends do not make an idle queue be asked without a pause.
    internal static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(40);

    private TimeSpan _next = First;

    /// <summary>Makes the next pause short again: the queue was not empty.</summary>
    public void Reset() => _next = First;

    /// <summary>Pauses.</summary>
    /// <param name="woken">The signal's <see cref="WakeSignal.Next"/>, taken before the look.</param>
    /// <param name="cancellationToken">Ends the pause, without an exception.</param>
    public async Task WaitAsync(Task woken, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await SleepAsync(Shortest, ended.Token);
        await Task.WhenAny(woken, SleepAsync(_next - Shortest, ended.Token));
        await ended.CancelAsync();
        _next = woken.IsCompleted ? First : _next * 2 < longest ? _next * 2 : longest;
    }

    /// <summary>Gets the signal to take before a look.</summary>
    public Task NextWake => wake.Next;

    private async Task SleepAsync(TimeSpan time, CancellationToken cancellationToken) =>
        await Task.Delay(time > TimeSpan.Zero ? time : TimeSpan.Zero, timeProvider, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
