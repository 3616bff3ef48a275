namespace Pipeline.Storage.Messages;

/// <summary>Looks at queues without taking anything from them.</summary>
public interface IQueueMonitor
{
    /// <summary>Tells how many messages wait in a queue, and since when.</summary>
    /// <param name="queue">The queue; it need not exist.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<QueueDepth> ReadAsync(string queue, CancellationToken cancellationToken);
}

/// <summary>How full a queue is.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Messages">The approximate number of messages, those that are being worked on or delayed included.</param>
/// <param name="OldestWaiting">When the first message that waits to be taken was put there; null where none waits.</param>
public sealed record QueueDepth(string Queue, long Messages, DateTimeOffset? OldestWaiting);
