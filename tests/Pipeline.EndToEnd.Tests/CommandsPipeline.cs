namespace Pipeline.EndToEnd.Tests;

/// <summary>A pipeline of one's own, since commands on everything would disturb other tests; what looks left over is so after a second, and reconciling waits until it is asked for.</summary>
public sealed class CommandsPipeline : RunningPipeline
{
    protected override (string Name, string Value)[] Settings => [("Reconcile:Grace", "00:00:01"), ("ReconcileSchedule", "0 0 0 1 1 *")];
}
