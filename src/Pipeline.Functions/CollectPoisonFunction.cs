using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Poison;

namespace Pipeline.Functions;

/// <summary>Collects what ended in the poison queues, on the schedule of the setting <c>CollectPoisonSchedule</c>.</summary>
public sealed class CollectPoisonFunction(CollectPoisonProcessor processor)
{
    /// <summary>Collects all poison messages.</summary>
    /// <param name="timer">The schedule.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(CollectPoisonFunction))]
    public Task RunAsync([TimerTrigger("%CollectPoisonSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        processor.ProcessAsync(cancellationToken);
}
