using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pipeline.Storage;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;

namespace Pipeline.Processing.Delivery;

/// <summary>Runs the work of a delivery and remembers why it failed, so that a poison message can say it.</summary>
public sealed partial class LastErrors(IPoisonStore poison, ILogger<LastErrors> logger)
{
    // Far more than fail at a time: a bound for when all does, and nothing succeeds again.
    private const int MaxRecorded = 10_000;

    // A blob trigger does not say how often a blob was delivered: whose last error this process wrote is remembered here. One that
    // another process wrote goes with its day.
    private readonly ConcurrentDictionary<(string PoisonQueue, string Id), bool> _recorded = [];

    /// <summary>Runs the work.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="id">The file or the article that it is about.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the work early; that is not recorded as an error.</param>
    public async Task RunAsync(MessageDelivery delivery, string id, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await RecordAsync(delivery, id, exception, cancellationToken);
            throw;
        }

        if (_recorded.TryRemove((delivery.PoisonQueue, id), out _) || delivery.IsRedelivery)
        {
            await poison.ForgetErrorAsync(delivery.PoisonQueue, id, cancellationToken);
        }
    }

    private async Task RecordAsync(MessageDelivery delivery, string id, Exception exception, CancellationToken cancellationToken)
    {
        if (_recorded.Count < MaxRecorded)
        {
            _recorded[(delivery.PoisonQueue, id)] = true;
        }

        try
        {
            await poison.RecordErrorAsync(delivery.PoisonQueue, id, Describe(exception), cancellationToken);
        }
        catch (Exception recording) when (recording is not OperationCanceledException)
        {
            // The storage that the work failed on is most likely what fails here: the work's own error counts.
            Log.NotRecorded(logger, recording, id);
        }
    }

    // It is served: a message of somebody else's may quote what it was about, or name hosts and accounts. The log has it whole.
    private static string Describe(Exception exception) => exception switch
    {
        ContentionException or MessageFormatException => $"{exception.GetType().Name}: {exception.Message}",
        _ => StorageFailures.Describe(exception),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The last error of {Id} could not be recorded.")]
        public static partial void NotRecorded(ILogger logger, Exception exception, string id);
    }
}
