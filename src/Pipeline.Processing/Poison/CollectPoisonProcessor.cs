using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Pipeline.Storage;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;

namespace Pipeline.Processing.Poison;

/// <summary>
/// Takes what ended in the poison queues, keeps it byte for byte, and marks the articles as failed. What never failed by itself, but
/// was interrupted each time, is put back to work once before that.
/// </summary>
public sealed partial class CollectPoisonProcessor(
    IPoisonQueueReader queues,
    IPoisonStore poison,
    FailedArticleMarker marker,
    PoisonRequeue requeue,
    ILogger<CollectPoisonProcessor> logger)
{
    private const string Unreadable = "The message cannot be read: it is not one of the pipeline's.";
    private const string Interrupted = "No error was recorded: the function timed out each time, or its host stopped.";
    private const int BatchSize = 32;

    // One run takes at most 320 messages a queue; what is left waits for the next.
    private const int MaxBatches = 10;

    /// <summary>Takes the poison messages of all queues. One that fails comes back, and does not keep the others from being taken.</summary>
    /// <param name="cancellationToken">Ends the work early; messages that were not done come back.</param>
    /// <exception cref="AggregateException">Some messages failed.</exception>
    public async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var queue in QueueNames.Poison)
        {
            for (var batch = 0; batch < MaxBatches; batch++)
            {
                var messages = await queues.ReceiveAsync(queue, BatchSize, cancellationToken);
                foreach (var message in messages)
                {
                    try
                    {
                        await CollectAsync(queue, message, cancellationToken);
                    }
                    catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                    {
                        Log.NotCollected(logger, exception, queue, message.Id);
                        failures.Add(exception);
                    }
                }

                if (messages.Count < BatchSize)
                {
                    break;
                }
            }
        }

        await poison.ForgetOldErrorsAsync(cancellationToken);
        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} poison messages could not be collected; they come back.", failures);
        }
    }

    private async Task CollectAsync(string queue, RawMessage message, CancellationToken cancellationToken)
    {
        var target = PoisonTarget.Read(queue, message.Body);
        var again = AgainKey(message.Body);
        var lastError = target is null ? Unreadable
            : await poison.ReadErrorAsync(queue, target.ArticleId, cancellationToken) ?? await poison.ReadErrorAsync(queue, again, cancellationToken);
        if (lastError is null)
        {
            // A host that stops, and stops again, is no fault of the message. What ends the host itself does so once more, and stays.
            await requeue.TrySendAsync(queue, message.Body, cancellationToken);
            await poison.RecordErrorAsync(queue, again, Interrupted, cancellationToken);
            await queues.DeleteAsync(queue, message, cancellationToken);
            Log.PutBack(logger, queue, message.Id, target!.ArticleId);
            return;
        }

        await poison.SaveAsync(
            new PoisonRecord
            {
                Queue = queue,
                MessageId = message.Id,
                InsertedOn = message.InsertedOn,
                Body = message.Body.ToMemory(),
                DequeueCount = message.DequeueCount,
                LastError = lastError,
                ArticleId = target?.ArticleId,
                ETag = target?.ETag,
            },
            cancellationToken);

        if (target is not null)
        {
            await marker.MarkAsync(target, lastError, cancellationToken);
        }

        await queues.DeleteAsync(queue, message, cancellationToken);
        if (target is not null)
        {
            // Last: a message that comes back after a crash still finds its error.
            await poison.ForgetErrorAsync(queue, target.ArticleId, cancellationToken);
            await poison.ForgetErrorAsync(queue, again, cancellationToken);
        }

        Log.Collected(logger, queue, message.Id, target?.ArticleId);
    }

    /// <summary>Returns the key under which it is noted that a message was put back: it comes back byte for byte, under another id.</summary>
    private static string AgainKey(BinaryData body) => $"again-{Convert.ToHexStringLower(SHA256.HashData(body))}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Message {MessageId} of {Queue} is poison; article {ArticleId} has failed.")]
        public static partial void Collected(ILogger logger, string queue, string messageId, string? articleId);

        [LoggerMessage(3, LogLevel.Warning, "Message {MessageId} of {Queue} was interrupted each time; article {ArticleId} is tried again.")]
        public static partial void PutBack(ILogger logger, string queue, string messageId, string articleId);

        [LoggerMessage(2, LogLevel.Error, "Message {MessageId} of {Queue} could not be collected; it comes back.")]
        public static partial void NotCollected(ILogger logger, Exception exception, string queue, string messageId);
    }
}
