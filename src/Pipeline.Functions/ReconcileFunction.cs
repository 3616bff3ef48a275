using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Reconciliation;

namespace Pipeline.Functions;

/// <summary>Repairs what does not fit together, on the schedule of the setting <c>ReconcileSchedule</c>.</summary>
public sealed class ReconcileFunction(TimedReconciliation reconciliation)
{
    /// <summary>Does the next part of a pass, unless it is to rest while many articles come.</summary>
    /// <param name="timer">The schedule.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(ReconcileFunction))]
    public Task RunAsync([TimerTrigger("%ReconcileSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        reconciliation.ProcessAsync(cancellationToken);
}
