using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Statistics;

namespace Pipeline.Functions;

/// <summary>Counts again what changed, on the schedule of the setting <c>RecountStatsSchedule</c>.</summary>
public sealed class RecountStatsFunction(RecountStatsProcessor processor)
{
    /// <summary>Counts all that is marked.</summary>
    /// <param name="timer">The schedule.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(RecountStatsFunction))]
    public Task RunAsync([TimerTrigger("%RecountStatsSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        processor.ProcessAsync(cancellationToken);
}
