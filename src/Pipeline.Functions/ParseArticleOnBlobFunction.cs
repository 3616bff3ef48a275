using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Delivery;
using Pipeline.Processing.Parsing;
using Pipeline.Storage;

namespace Pipeline.Functions;

/// <summary>Parses files as the host finds them by polling: on a laptop, and on plans without Event Grid.</summary>
public sealed class ParseArticleOnBlobFunction(ParseArticleProcessor processor)
{
    /// <summary>Parses one file.</summary>
    /// <param name="blob">The file's blob.</param>
    /// <param name="cancellationToken">Cancelled when the function times out or its host stops.</param>
    [Function(nameof(ParseArticleOnBlobFunction))]
    public Task RunAsync(
        [BlobTrigger(ContainerNames.Articles + "/{name}", Connection = SettingNames.ArticleStorage)] BlobClient blob,
        CancellationToken cancellationToken) =>
        processor.ProcessAsync(blob.Name, new MessageDelivery(QueueNames.BlobTriggerPoison), cancellationToken);
}
