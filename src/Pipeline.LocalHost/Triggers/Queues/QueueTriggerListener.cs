using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Pipeline.LocalHost.Configuration;
using Pipeline.LocalHost.Invocation;

namespace Pipeline.LocalHost.Triggers.Queues;

/// <summary>
/// Runs a function on each message of a queue: up to <c>batchSize</c> and <c>newBatchThreshold</c> together at once. A
/// message that fails comes again after <c>visibilityTimeout</c>, and after <c>maxDequeueCount</c> tries goes to
/// <c>{queue}-poison</c>.
/// </summary>
/// <param name="binding">The function.</param>
/// <param name="storage">The storage of the queue.</param>
/// <param name="queueName">The queue; made where it is missing.</param>
/// <param name="settings">The settings of the host.</param>
/// <param name="executor">Runs the function.</param>
/// <param name="wake">Is set when a function ended.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class QueueTriggerListener(
    FunctionBinding binding,
    StorageConnection storage,
    string queueName,
    QueueListenerSettings settings,
    FunctionExecutor executor,
    WakeSignal wake,
    TimeProvider timeProvider,
    ILogger<QueueTriggerListener> logger)
    : TriggerListener
{
    private readonly string _function = binding.Function.Name;
    private readonly QueueClient _queue = storage.Queues.GetQueueClient(queueName);
    private readonly PoisonQueue? _poison = PoisonQueue.Of(storage.Queues, queueName);
    private readonly StorageOutage _outage = new(binding.Function.Name, timeProvider, logger);
    private readonly PollingPause _pause = new(settings.Queues.MaxPollingInterval, wake, timeProvider);
    private readonly RunningWork _running = new();

    public override async Task RunAsync(StopTokens stopping)
    {
        await _outage.RepeatAsync(() => PollAsync(stopping), stopping.Stopping);
        await _running.WaitUntilAtMostAsync(0, CancellationToken.None);
    }

    private async Task<Task> PollAsync(StopTokens stopping)
    {
        await _running.WaitUntilAtMostAsync(settings.Queues.NewBatchThreshold, stopping.Stopping);
        var woken = _pause.NextWake;
        var messages = await ReceiveAsync(stopping);
        MarkReady();
        if (messages.Length == 0)
        {
            return _pause.WaitAsync(woken, stopping.Stopping);
        }

        foreach (var message in messages)
        {
            _running.Start(() => RunAsync(message, stopping));
        }

        _pause.Reset();
        return Task.CompletedTask;
    }

    private async Task<QueueMessage[]> ReceiveAsync(StopTokens stopping)
    {
        try
        {
            // Not cancelled by a stop at once: messages whose answer nobody reads would stay hidden for a while.
            QueueMessage[] messages = await _queue.ReceiveMessagesAsync(
                settings.Queues.BatchSize, settings.InFlightVisibility, stopping.Aborting);
            return messages;
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            await _queue.CreateIfNotExistsAsync(cancellationToken: stopping.Aborting);
            return [];
        }
    }

    private async Task RunAsync(QueueMessage raw, StopTokens stopping)
    {
        try
        {
            await using var lease = MessageLease.Hold(_queue, raw, settings.InFlightVisibility, timeProvider);
            var fate = await DecideAsync(raw, stopping);
            var popReceipt = await lease.EndAsync();
            await SettleAsync(raw, popReceipt, fate, stopping);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The message comes again when its time is over.
            LogUnexpected(exception, _function, raw.MessageId);
        }
    }

    private async Task<Fate> DecideAsync(QueueMessage raw, StopTokens stopping)
    {
        if (stopping.Stopping.IsCancellationRequested)
        {
            return Fate.ReturnNow;
        }

        if (MessageBody.TryDecode(raw, settings.Queues.Base64) is not { } message)
        {
            LogMalformed(_function, raw.MessageId);
            return Fate.Poison;
        }

        // More tries than allowed: the last ones ended with their host.
        if (raw.DequeueCount > settings.Queues.MaxDequeueCount && _poison is not null)
        {
            return Fate.Poison;
        }

        return await executor.ExecuteAsync(binding, message, raw.MessageId, stopping.Aborting) switch
        {
            FunctionOutcome.Succeeded => Fate.Delete,
            FunctionOutcome.Stopped => Fate.ReturnNow,
            _ => raw.DequeueCount < settings.Queues.MaxDequeueCount ? Fate.ReturnLater : Fate.Poison,
        };
    }

    private async Task SettleAsync(QueueMessage raw, string popReceipt, Fate fate, StopTokens stopping)
    {
        switch (fate)
        {
            case Fate.Delete:
                await UpdateAsync(raw, token => DeleteAsync(raw, popReceipt, token), stopping);
                break;
            case Fate.ReturnNow:
                await UpdateAsync(raw, token => HideAsync(raw, popReceipt, TimeSpan.Zero, token), stopping);
                break;
            case Fate.ReturnLater when _poison is not null:
                await UpdateAsync(
                    raw, token => HideAsync(raw, popReceipt, settings.Queues.VisibilityTimeout, token), stopping);
                break;
            case Fate.Poison when _poison is not null:
                LogPoison(_function, raw.MessageId, _poison.Name, raw.DequeueCount);
                if (await _outage.TryUntilDoneAsync(token => _poison.SendAsync(raw.Body, token), stopping.Stopping))
                {
                    await UpdateAsync(raw, token => DeleteAsync(raw, popReceipt, token), stopping);
                }

                break;
            default:
                // A poison queue has none itself: its message stays hidden for a while and comes again.
                LogNoPoison(_function, raw.MessageId);
                break;
        }
    }

    private async Task UpdateAsync(QueueMessage raw, Func<CancellationToken, Task> update, StopTokens stopping) =>
        await _outage.TryUntilDoneAsync(
            async token =>
            {
                try
                {
                    await update(token);
                }
                catch (RequestFailedException exception) when (exception.IsMessageLost())
                {
                    LogLost(_function, raw.MessageId);
                }
            },
            stopping.Stopping);

    private async Task DeleteAsync(QueueMessage raw, string popReceipt, CancellationToken cancellationToken) =>
        await _queue.DeleteMessageAsync(raw.MessageId, popReceipt, cancellationToken);

    private async Task HideAsync(QueueMessage raw, string popReceipt, TimeSpan time, CancellationToken cancellationToken) =>
        await _queue.UpdateMessageAsync(
            raw.MessageId, popReceipt, visibilityTimeout: time, cancellationToken: cancellationToken);

    /// <summary>What becomes of a message.</summary>
    private enum Fate
    {
        Delete,
        ReturnNow,
        ReturnLater,
        Poison,
    }

    [LoggerMessage(1, LogLevel.Warning, "{Function}: message {MessageId} is not base64, as messageEncoding in host.json wants.")]
    private partial void LogMalformed(string function, string messageId);

    [LoggerMessage(2, LogLevel.Warning, "{Function}: message {MessageId} goes to {Queue} after {DequeueCount} tries.")]
    private partial void LogPoison(string function, string messageId, string queue, long dequeueCount);

    [LoggerMessage(3, LogLevel.Warning, "{Function}: message {MessageId} failed; its queue has no poison queue, so it comes again.")]
    private partial void LogNoPoison(string function, string messageId);

    [LoggerMessage(4, LogLevel.Information, "{Function}: message {MessageId} is no longer this host's; if it is still there it comes again.")]
    private partial void LogLost(string function, string messageId);

    [LoggerMessage(5, LogLevel.Error, "{Function}: unexpected error on message {MessageId}; it comes again.")]
    private partial void LogUnexpected(Exception exception, string function, string messageId);
}
