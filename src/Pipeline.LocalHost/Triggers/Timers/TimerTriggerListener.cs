using System.Globalization;
using Microsoft.Extensions.Logging;
using Pipeline.LocalHost.Invocation;

namespace Pipeline.LocalHost.Triggers.Timers;

/// <summary>Runs a function on a schedule, one run at a time; times that pass during a run are skipped.</summary>
/// <param name="binding">The function.</param>
/// <param name="schedule">The schedule.</param>
/// <param name="runOnStartup">Whether it runs at once too.</param>
/// <param name="executor">Runs the function.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class TimerTriggerListener(
    FunctionBinding binding,
    TimerSchedule schedule,
    bool runOnStartup,
    FunctionExecutor executor,
    TimeProvider timeProvider,
    ILogger<TimerTriggerListener> logger)
    : TriggerListener
{
    // A machine that slept wakes with timers that did not count the sleep, so the clock is read again now and then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Chosen: less is the delay of timers.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    private DateTimeOffset? _last;

    public override async Task RunAsync(StopTokens stopping)
    {
        var now = timeProvider.GetUtcNow();
        MarkReady();
        if (runOnStartup)
        {
            await ExecuteAsync(now, stopping);
        }

        var after = now;
        while (schedule.NextAfter(after) is { } due)
        {
            if (!await WaitUntilAsync(due, stopping.Stopping))
            {
                return;
            }

            await ExecuteAsync(due, stopping);
            after = Later(due, timeProvider.GetUtcNow());
        }

        LogNeverAgain(binding.Function.Name);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private async Task<bool> WaitUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var wait = due - timeProvider.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                return true;
            }

            await Task.Delay(wait < LongestWait ? wait : LongestWait, timeProvider, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    private async Task ExecuteAsync(DateTimeOffset due, StopTokens stopping)
    {
        if (stopping.Stopping.IsCancellationRequested)
        {
            return;
        }

        var now = timeProvider.GetUtcNow();
        var input = new TimerInput(_last, schedule.NextAfter(Later(due, now)) ?? DateTimeOffset.MaxValue, now - due > Late);
        await executor.ExecuteAsync(
            binding, input, due.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), stopping.Aborting);
        _last = now;
    }

    [LoggerMessage(1, LogLevel.Warning, "{Function}: its schedule has no further time.")]
    private partial void LogNeverAgain(string function);
}
