using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Parsing;
using Pipeline.Storage;
using Pipeline.Storage.Messages;

namespace Pipeline.Functions;

/// <summary>Parses files that the pipeline itself asks for: changed while they were parsed, missing, or to be done again.</summary>
public sealed class ParseArticleOnMessageFunction(ParseArticleProcessor processor)
{
    /// <summary>Parses one file.</summary>
    /// <param name="message">The message that names it.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(ParseArticleOnMessageFunction))]
    public Task RunAsync(
        [QueueTrigger(QueueNames.ParseArticle, Connection = SettingNames.ArticleStorage)] QueueMessage message,
        CancellationToken cancellationToken)
    {
        var parse = MessageSerializer.ReadParseArticle(message.Body);
        return processor.ProcessAsync(
            parse.BlobName,
            new MessageDelivery(QueueNames.ParseArticle + QueueNames.PoisonSuffix, message.DequeueCount, parse.TraceParent),
            cancellationToken);
    }
}
