using System.Text.Json;
using Pipeline.Text;

namespace Pipeline.Storage.Messages;

/// <summary>Writes and reads the bodies of queue messages.</summary>
public static class MessageSerializer
{
    /// <summary>Writes a message.</summary>
    /// <typeparam name="T">The message's type.</typeparam>
    /// <param name="message">The message.</param>
    public static BinaryData Write<T>(T message) => BinaryData.FromObjectAsJson(message, PipelineJson.Options);

    /// <summary>Reads a message to parse a file: one of the pipeline's, or what Event Grid tells of a blob, as of one that was deleted.</summary>
    /// <param name="body">The message's body.</param>
    /// <returns>The message; null where Event Grid tells of something else, as of another container's blob.</returns>
    /// <exception cref="MessageFormatException">The body is not such a message.</exception>
    public static ParseArticleMessage? ReadParseArticle(BinaryData body)
    {
        if (TryReadEvent(body, out var blobName))
        {
            return blobName is null ? null : new ParseArticleMessage(blobName);
        }

        var message = Read<ParseArticleMessage>(body);
        return message.Version == ParseArticleMessage.CurrentVersion && !string.IsNullOrEmpty(message.BlobName)
            ? message
            : throw new MessageFormatException("The message names no blob, or is of an unknown version.");
    }

    /// <summary>Reads a message to tag an article.</summary>
    /// <param name="body">The message's body.</param>
    /// <exception cref="MessageFormatException">The body is not such a message.</exception>
    public static TagIssuesMessage ReadTagIssues(BinaryData body)
    {
        var message = Read<TagIssuesMessage>(body);
        return message.Version == TagIssuesMessage.CurrentVersion && Keys.ArticleIds.IsId(message.ArticleId ?? "") && Keys.ArticleIds.IsId(message.FileId ?? "")
            ? message
            : throw new MessageFormatException("The message names no article and file, or is of an unknown version.");
    }

    private static bool TryReadEvent(BinaryData body, out string? blobName)
    {
        try
        {
            return BlobEvents.TryRead(body, out blobName);
        }
        catch (JsonException exception)
        {
            throw new MessageFormatException("The message is not JSON.", exception);
        }
    }

    private static T Read<T>(BinaryData body)
    {
        try
        {
            return body.ToObjectFromJson<T>(PipelineJson.Options) ?? throw new MessageFormatException("The message is null.");
        }
        catch (JsonException exception)
        {
            throw new MessageFormatException("The message is not JSON of the expected form.", exception);
        }
    }
}
