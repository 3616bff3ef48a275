using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Parsing;
using Pipeline.Storage;
using Pipeline.Storage.Messages;

namespace Pipeline.Functions;

/// <summary>Parses files that the pipeline itself asks for: changed while they were parsed, missing, or to be done again.</summary>
public sealed partial class ParseArticleOnMessageFunction(ParseArticleProcessor processor, ILogger<ParseArticleOnMessageFunction> logger)
{
    /// <summary>Parses one file. An event of another container is ignored.</summary>
    /// <param name="message">The message that names it.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(ParseArticleOnMessageFunction))]
    public Task RunAsync(
        [QueueTrigger(QueueNames.ParseArticle, Connection = SettingNames.ArticleStorage)] QueueMessage message,
        CancellationToken cancellationToken)
    {
        if (MessageSerializer.ReadParseArticle(message.Body) is not { } parse)
        {
            // A subscription that is wider than it need be.
            Log.Ignored(logger, message.MessageId);
            return Task.CompletedTask;
        }

        return processor.ProcessAsync(
            parse.BlobName,
            new MessageDelivery(QueueNames.ParseArticle + QueueNames.PoisonSuffix, message.DequeueCount, parse.TraceParent),
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Message {MessageId} tells of something other than an article's file; it is ignored.")]
        public static partial void Ignored(ILogger logger, string messageId);
    }
}
