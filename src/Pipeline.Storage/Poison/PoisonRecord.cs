using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Poison;

/// <summary>A message that failed too often.</summary>
public sealed record PoisonRecord
{
    /// <summary>Gets the poison queue that it was taken from.</summary>
    public required string Queue { get; init; }

    /// <summary>Gets the id by which the record is found in its queue; newest first.</summary>
    public string Id => $"{InvertedTime.Ticks(InsertedOn.UtcDateTime)}{KeyEncoder.Separator}{KeyEncoder.Encode(MessageId)}";

    /// <summary>Gets the message's id in that queue.</summary>
    public required string MessageId { get; init; }

    /// <summary>Gets when it was put there.</summary>
    public required DateTimeOffset InsertedOn { get; init; }

    /// <summary>Gets the exact bytes of the message, as the queue service holds them.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets how often the message was taken from the poison queue.</summary>
    public long DequeueCount { get; init; }

    /// <summary>Gets the last error that was recorded for it; null where none was.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets the article that failed; null where the message cannot be read.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Gets the ETag of the blob at that time, normalised; null where it is not known.</summary>
    public string? ETag { get; init; }
}
