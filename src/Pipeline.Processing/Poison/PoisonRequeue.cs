using Pipeline.Storage;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Poison;

/// <summary>Puts poison messages back to work.</summary>
public sealed class PoisonRequeue(IPipelineQueues queues)
{
    /// <summary>Sends a message to the queue it came from, byte for byte; what a blob trigger failed at has no queue, so its file is asked for.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="body">The message as the queue holds it.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where the message does not tell its file.</returns>
    internal async Task<bool> TrySendAsync(string queue, BinaryData body, CancellationToken cancellationToken)
    {
        if (queue != QueueNames.BlobTriggerPoison)
        {
            await queues.SendRawAsync(queue[..^QueueNames.PoisonSuffix.Length], body, cancellationToken);
            return true;
        }

        if (PoisonTarget.Read(queue, body) is not { BlobName: { } blob })
        {
            return false;
        }

        await queues.SendAsync(new ParseArticleMessage(blob), cancellationToken);
        return true;
    }
}
