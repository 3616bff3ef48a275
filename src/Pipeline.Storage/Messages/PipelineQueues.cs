using System.Diagnostics;
using Azure.Storage.Queues;

namespace Pipeline.Storage.Messages;

/// <summary>The pipeline's queues in Azure Queue Storage.</summary>
public sealed class PipelineQueues(ArticleStorageClients clients) : IPipelineQueues
{
    // Messages wait until they are handled, however long: the default of the service, seven days, would drop them.
    private static readonly TimeSpan NoExpiry = TimeSpan.FromSeconds(-1);

    private readonly QueueClient _parseArticle = clients.Queues.GetQueueClient(QueueNames.ParseArticle);
    private readonly QueueClient _tagIssues = clients.Queues.GetQueueClient(QueueNames.TagIssues);

    /// <inheritdoc/>
    public Task SendAsync(ParseArticleMessage message, CancellationToken cancellationToken) =>
        _parseArticle.SendMessageAsync(MessageSerializer.Write(message with { TraceParent = Activity.Current?.Id }), TimeSpan.Zero, NoExpiry, cancellationToken);

    /// <inheritdoc/>
    public Task SendAsync(TagIssuesMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        _tagIssues.SendMessageAsync(MessageSerializer.Write(message with { TraceParent = Activity.Current?.Id }), delay, NoExpiry, cancellationToken);

    /// <inheritdoc/>
    public Task SendRawAsync(string queue, BinaryData body, CancellationToken cancellationToken) =>
        clients.RawQueues.GetQueueClient(queue).SendMessageAsync(body, TimeSpan.Zero, NoExpiry, cancellationToken);
}
