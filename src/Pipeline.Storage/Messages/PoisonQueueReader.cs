using Azure;
using Azure.Storage.Queues;

namespace Pipeline.Storage.Messages;

/// <summary>Takes messages from poison queues as they are: without decoding, so that no byte of them changes.</summary>
public sealed class PoisonQueueReader(ArticleStorageClients clients) : IPoisonQueueReader
{
    // The longest that one batch may take before its messages are given to somebody else.
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RawMessage>> ReceiveAsync(string queue, int limit, CancellationToken cancellationToken)
    {
        try
        {
            var messages = await Client(queue).ReceiveMessagesAsync(limit, Visibility, cancellationToken);
            return
            [
                .. messages.Value.Select(message => new RawMessage(
                    message.MessageId, message.PopReceipt, message.Body, message.InsertedOn ?? DateTimeOffset.UnixEpoch, message.DequeueCount)),
            ];
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return []; // The platform makes a poison queue with the first message.
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string queue, RawMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await Client(queue).DeleteMessageAsync(message.Id, message.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            // Somebody else had it meanwhile and deletes it.
        }
    }

    private QueueClient Client(string queue) => clients.RawQueues.GetQueueClient(queue);
}
