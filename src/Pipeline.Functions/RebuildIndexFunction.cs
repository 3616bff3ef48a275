using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Generations;

namespace Pipeline.Functions;

/// <summary>Brings the index to the taxonomy in force, on the schedule of the setting <c>RebuildIndexSchedule</c>.</summary>
public sealed class RebuildIndexFunction(RebuildIndexProcessor processor)
{
    /// <summary>Takes the next steps.</summary>
    /// <param name="timer">The schedule.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(RebuildIndexFunction))]
    public Task RunAsync([TimerTrigger("%RebuildIndexSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        processor.ProcessAsync(cancellationToken);
}
