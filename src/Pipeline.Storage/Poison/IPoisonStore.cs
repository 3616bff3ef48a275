namespace Pipeline.Storage.Poison;

/// <summary>Keeps poison messages, and the last errors of messages that may become such.</summary>
public interface IPoisonStore
{
    /// <summary>Records why a message failed this time. It replaces the error before.</summary>
    /// <param name="queue">The queue, or <see cref="QueueNames.BlobTriggerPoison"/> for a blob trigger.</param>
    /// <param name="id">The file or the article that the message is about.</param>
    /// <param name="description">What went wrong; never an article's text.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task RecordErrorAsync(string queue, string id, string description, CancellationToken cancellationToken);

    /// <summary>Reads the last error.</summary>
    /// <param name="queue">The queue that the error was recorded for.</param>
    /// <param name="id">The file or the article.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The error; null where none is recorded since yesterday.</returns>
    Task<string?> ReadErrorAsync(string queue, string id, CancellationToken cancellationToken);

    /// <summary>Forgets the last error.</summary>
    /// <param name="queue">The queue that the error was recorded for.</param>
    /// <param name="id">The file or the article.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task ForgetErrorAsync(string queue, string id, CancellationToken cancellationToken);

    /// <summary>Forgets all errors that were recorded before yesterday, in UTC: no message lives through its tries as long. Reads those alone.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task ForgetOldErrorsAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a poison message. Keeping it again changes nothing.</summary>
    /// <param name="record">The message.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task SaveAsync(PoisonRecord record, CancellationToken cancellationToken);

    /// <summary>Reads a page of the poison messages of a queue, newest first.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="after">The id of the record after which the page begins; null for the newest.</param>
    /// <param name="limit">The most messages, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<IReadOnlyList<PoisonRecord>> ListAsync(string queue, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads a poison message.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The record; null where there is none.</returns>
    Task<PoisonRecord?> FindAsync(string queue, string id, CancellationToken cancellationToken);

    /// <summary>Removes a poison message. One that is gone already is removed.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task DeleteAsync(string queue, string id, CancellationToken cancellationToken);

    /// <summary>Tells how many poison messages of a queue are kept, and since when the oldest of them.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<PoisonDepth> MeasureAsync(string queue, CancellationToken cancellationToken);
}

/// <summary>How many poison messages of a queue are kept.</summary>
/// <param name="Queue">The poison queue.</param>
/// <param name="Messages">Their number, counted up to 1,000.</param>
/// <param name="Oldest">When the oldest of those counted was put into the queue; null where there is none.</param>
public sealed record PoisonDepth(string Queue, int Messages, DateTimeOffset? Oldest);
