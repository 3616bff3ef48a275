namespace Pipeline.Storage.Messages;

/// <summary>Takes messages from poison queues.</summary>
public interface IPoisonQueueReader
{
    /// <summary>Takes messages; they come back by themselves unless they are deleted.</summary>
    /// <param name="queue">The poison queue; it need not exist.</param>
    /// <param name="limit">The most messages, from 1 to 32.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<IReadOnlyList<RawMessage>> ReceiveAsync(string queue, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes a message that was taken.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task DeleteAsync(string queue, RawMessage message, CancellationToken cancellationToken);
}

/// <summary>A message as the queue service holds it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PopReceipt">What shows that it was taken.</param>
/// <param name="Body">Its bytes, not decoded.</param>
/// <param name="InsertedOn">When it was put into the queue.</param>
/// <param name="DequeueCount">How often it was taken.</param>
public sealed record RawMessage(string Id, string PopReceipt, BinaryData Body, DateTimeOffset InsertedOn, long DequeueCount);
