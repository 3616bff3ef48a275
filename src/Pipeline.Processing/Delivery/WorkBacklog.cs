using Pipeline.Storage;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Delivery;

/// <summary>
/// Keeps what is done again from standing in the way of what is new: who goes through everything adds to the queues only while
/// few messages wait.
/// </summary>
/// <param name="monitor">Looks at the queues.</param>
public sealed class WorkBacklog(IQueueMonitor monitor)
{
    /// <summary>The number of waiting messages from which nobody adds to them.</summary>
    public const int MaxWaiting = 200;

    private static readonly string[] Queues = [QueueNames.ParseArticle, QueueNames.TagIssues];

    /// <summary>Tells how many messages may be added.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>From 0 to <see cref="MaxWaiting"/>.</returns>
    public async Task<int> ReadRoomAsync(CancellationToken cancellationToken)
    {
        var depths = await Task.WhenAll(Queues.Select(queue => monitor.ReadAsync(queue, cancellationToken)));
        return (int)Math.Max(0, MaxWaiting - depths.Sum(depth => depth.Messages));
    }
}
