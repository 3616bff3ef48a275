using Pipeline.Processing.Telemetry;
using Pipeline.Storage;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Delivery;

/// <summary>
/// Keeps what is done again from standing in the way of what is new: who goes through everything adds to the queues only while
/// few messages wait.
/// </summary>
/// <param name="monitor">Looks at the queues.</param>
/// <param name="stages">Tells what runs: files wait for their trigger outside of any queue.</param>
public sealed class WorkBacklog(IQueueMonitor monitor, StageRunner stages)
{
    /// <summary>The number of waiting messages from which nobody adds to them.</summary>
    public const int MaxWaiting = 200;

    /// <summary>The number of messages and running stages from which articles count as waiting: as many as a host takes at a time.</summary>
    public const int BusyFrom = 16;

    private static readonly string[] Queues = [QueueNames.ParseArticle, QueueNames.TagIssues];

    /// <summary>Tells how many messages may be added.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>From 0 to <see cref="MaxWaiting"/>.</returns>
    public async Task<int> ReadRoomAsync(CancellationToken cancellationToken) =>
        (int)Math.Max(0, MaxWaiting - await ReadWaitingAsync(cancellationToken));

    /// <summary>Tells whether articles wait, so that what nobody waits for had better be done later.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<bool> IsBusyAsync(CancellationToken cancellationToken) =>
        stages.Running >= BusyFrom || stages.Running + await ReadWaitingAsync(cancellationToken) >= BusyFrom;

    private async Task<long> ReadWaitingAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(Queues.Select(queue => monitor.ReadAsync(queue, cancellationToken)))).Sum(depth => depth.Messages);
}
