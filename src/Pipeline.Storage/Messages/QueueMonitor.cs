using Azure;

namespace Pipeline.Storage.Messages;

/// <summary>Looks at queues in Azure Queue Storage.</summary>
public sealed class QueueMonitor(ArticleStorageClients clients) : IQueueMonitor
{
    /// <inheritdoc/>
    public async Task<QueueDepth> ReadAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            var client = clients.RawQueues.GetQueueClient(queue);
            var properties = await client.GetPropertiesAsync(cancellationToken);
            var first = await client.PeekMessageAsync(cancellationToken);
            return new QueueDepth(queue, properties.Value.ApproximateMessagesCountLong, first.Value?.InsertedOn);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return new QueueDepth(queue, 0, null);
        }
    }
}
