using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Parsing;
using Pipeline.Storage;

namespace Pipeline.Functions;

/// <summary>Parses files as Event Grid tells of them: on Flex Consumption, where nothing else is offered.</summary>
public sealed class ParseArticleOnBlobEventFunction(ParseArticleProcessor processor)
{
    /// <summary>Parses one file.</summary>
    /// <param name="blob">The file's blob.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(ParseArticleOnBlobEventFunction))]
    public Task RunAsync(
        [BlobTrigger(ContainerNames.Articles + "/{name}", Connection = SettingNames.ArticleStorage, Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        CancellationToken cancellationToken) =>
        processor.ProcessAsync(blob.Name, new MessageDelivery(QueueNames.BlobTriggerPoison), cancellationToken);
}
