using Azure;
using Azure.Storage.Queues;

namespace Pipeline.LocalHost.Triggers.Queues;

/// <summary>The poison queue of a queue, made when it is first needed.</summary>
internal sealed class PoisonQueue
{
    private const string Suffix = "-poison";

    private readonly QueueClient _queue;

    private PoisonQueue(QueueClient queue) => _queue = queue;

    public string Name => _queue.Name;

    /// <summary>Gives a queue's poison queue; null for a queue that is one itself.</summary>
    public static PoisonQueue? Of(QueueServiceClient queues, string queueName) =>
        queueName.EndsWith(Suffix, StringComparison.Ordinal)
            ? null
            : new PoisonQueue(queues.GetQueueClient(queueName + Suffix));

    /// <summary>Adds a body as it is, byte for byte.</summary>
    public async Task SendAsync(BinaryData body, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.SendMessageAsync(body, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            await _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await _queue.SendMessageAsync(body, cancellationToken: cancellationToken);
        }
    }
}
