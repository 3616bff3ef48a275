using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Telemetry;

namespace Pipeline.Functions;

/// <summary>Measures how full the queues are, on the schedule of the setting <c>MeasureQueuesSchedule</c>.</summary>
public sealed class MeasureQueuesFunction(MeasureQueuesProcessor processor)
{
    /// <summary>Measures once.</summary>
    /// <param name="timer">The schedule.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(MeasureQueuesFunction))]
    public Task RunAsync([TimerTrigger("%MeasureQueuesSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        processor.ProcessAsync(cancellationToken);
}
