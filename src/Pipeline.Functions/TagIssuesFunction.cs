using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Tagging;
using Pipeline.Storage;
using Pipeline.Storage.Messages;

namespace Pipeline.Functions;

/// <summary>Tags and summarises articles.</summary>
public sealed class TagIssuesFunction(TagIssuesProcessor processor)
{
    /// <summary>Tags one article.</summary>
    /// <param name="message">The message that names it.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(TagIssuesFunction))]
    public Task RunAsync(
        [QueueTrigger(QueueNames.TagIssues, Connection = SettingNames.ArticleStorage)] QueueMessage message,
        CancellationToken cancellationToken)
    {
        var tag = MessageSerializer.ReadTagIssues(message.Body);
        return processor.ProcessAsync(tag, new MessageDelivery(QueueNames.TagIssues + QueueNames.PoisonSuffix, message.DequeueCount, tag.TraceParent), cancellationToken);
    }
}
