namespace Pipeline.Storage.Messages;

/// <summary>Sends the pipeline's messages. They are hints: one too many does no harm.</summary>
public interface IPipelineQueues
{
    /// <summary>Asks for a file to be parsed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task SendAsync(ParseArticleMessage message, CancellationToken cancellationToken);

    /// <summary>Asks for an article to be tagged.</summary>
    /// <param name="message">The message.</param>
    /// <param name="delay">How long the message stays hidden; <see cref="TimeSpan.Zero"/> for not at all.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task SendAsync(TagIssuesMessage message, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Puts a message into a queue byte for byte, as it was taken from a poison queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="body">The bytes as the queue service holds them.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task SendRawAsync(string queue, BinaryData body, CancellationToken cancellationToken);
}
