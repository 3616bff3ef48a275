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
    /// <returns>The error; null where none is recorded.</returns>
    Task<string?> ReadErrorAsync(string queue, string id, CancellationToken cancellationToken);

    /// <summary>Forgets the last error.</summary>
    /// <param name="queue">The queue that the error was recorded for.</param>
    /// <param name="id">The file or the article.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task ForgetErrorAsync(string queue, string id, CancellationToken cancellationToken);

    /// <summary>Forgets all errors that were recorded before a time.</summary>
    /// <param name="before">The time.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task ForgetErrorsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Keeps a poison message. Keeping it again changes nothing.</summary>
    /// <param name="record">The message.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task SaveAsync(PoisonRecord record, CancellationToken cancellationToken);

    /// <summary>Reads the newest poison messages of a queue.</summary>
    /// <param name="queue">The poison queue.</param>
    /// <param name="limit">The most messages.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<IReadOnlyList<PoisonRecord>> ListAsync(string queue, int limit, CancellationToken cancellationToken);
}
