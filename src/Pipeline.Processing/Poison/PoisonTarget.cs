using System.Text;
using System.Text.Json;
using Pipeline.Storage;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;

namespace Pipeline.Processing.Poison;

/// <summary>What a poison message is about.</summary>
/// <param name="ArticleId">The article; where a file could not be parsed, the file's own.</param>
/// <param name="FileId">The file.</param>
/// <param name="BlobName">The blob's name, where the message names it: then parsing failed, else tagging.</param>
/// <param name="ETag">The blob's ETag, normalised, where the message names it.</param>
internal sealed record PoisonTarget(string ArticleId, string FileId, string? BlobName, string? ETag)
{
    /// <summary>Reads a poison message.</summary>
    /// <param name="queue">The poison queue that it is in.</param>
    /// <param name="body">The message as the queue holds it.</param>
    /// <returns>What it is about; null where it cannot be read.</returns>
    public static PoisonTarget? Read(string queue, BinaryData body)
    {
        try
        {
            var message = Decode(body);
            return queue switch
            {
                QueueNames.TagIssues + QueueNames.PoisonSuffix => OfArticle(MessageSerializer.ReadTagIssues(message)),
                QueueNames.ParseArticle + QueueNames.PoisonSuffix => MessageSerializer.ReadParseArticle(message) is { } parse ? OfFile(parse.BlobName, etag: null) : null,
                _ => OfBlob(message),
            };
        }
        catch (Exception exception) when (exception is MessageFormatException or JsonException)
        {
            return null;
        }
    }

    // Queues hold base64, or plain text where somebody put a message there by hand.
    private static BinaryData Decode(BinaryData body)
    {
        var decoded = new byte[body.ToMemory().Length];
        return Convert.TryFromBase64String(Encoding.UTF8.GetString(body), decoded, out var length)
            ? BinaryData.FromBytes(decoded.AsMemory(0, length))
            : body;
    }

    private static PoisonTarget OfArticle(TagIssuesMessage message) => new(message.ArticleId, message.FileId, null, null);

    private static PoisonTarget OfFile(string blobName, string? etag)
    {
        var fileId = ArticleIds.ForFile(blobName);
        return new PoisonTarget(fileId, fileId, blobName, etag);
    }

    private static PoisonTarget? OfBlob(BinaryData message)
    {
        var blob = message.ToObjectFromJson<BlobTriggerMessage>(BlobTriggerJson);
        return blob is { ContainerName: ContainerNames.Articles, BlobName.Length: > 0 } ? OfFile(blob.BlobName, blob.ETag?.Trim('"')) : null;
    }

    private static JsonSerializerOptions BlobTriggerJson => JsonSerializerOptions.Web;

    private sealed record BlobTriggerMessage(string? ContainerName, string? BlobName, string? ETag);
}
