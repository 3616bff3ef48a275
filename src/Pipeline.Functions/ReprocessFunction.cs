using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Reprocessing;

namespace Pipeline.Functions;

/// <summary>Carries out the order to process articles again, on the schedule of the setting <c>ReprocessSchedule</c>.</summary>
public sealed class ReprocessFunction(ReprocessProcessor processor)
{
    /// <summary>Asks for the next articles.</summary>
    /// <param name="timer">The schedule.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(ReprocessFunction))]
    public Task RunAsync([TimerTrigger("%ReprocessSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        processor.ProcessAsync(cancellationToken);
}
