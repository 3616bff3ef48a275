using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Queues;

namespace Pipeline.LocalHost.Triggers.Blobs;

/// <summary>The queue for blobs that a function failed on too often, in the storage of the blobs, in the platform's form.</summary>
/// <param name="queues">The storage's queues; bodies are sent as they are.</param>
/// <param name="base64">Whether bodies are base64 in queues.</param>
internal sealed class PoisonBlobQueue(QueueServiceClient queues, bool base64)
{
    public const string QueueName = "webjobs-blobtrigger-poison";

    private readonly QueueClient _queue = queues.GetQueueClient(QueueName);

    public async Task SendAsync(string functionId, string container, BlobWork work, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Type = "BlobTrigger",
            FunctionId = functionId,
            BlobType = work.BlobType.ToString() + "Blob",
            ContainerName = container,
            BlobName = work.Name,
            work.ETag,
        });
        var body = base64 ? Convert.ToBase64String(json) : Encoding.UTF8.GetString(json);
        try
        {
            await _queue.SendMessageAsync(body, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            await _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await _queue.SendMessageAsync(body, cancellationToken);
        }
    }
}
