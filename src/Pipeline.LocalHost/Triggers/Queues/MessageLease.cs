using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Pipeline.LocalHost.Triggers.Queues;

/// <summary>Keeps a message hidden from others while its function runs.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    // Chosen: a renewal that failed is tried again while there is time left.
    private const int RetriesInHalf = 5;

    private readonly QueueClient _queue;
    private readonly string _messageId;
    private readonly TimeSpan _visibility;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private string _popReceipt;

    private MessageLease(QueueClient queue, QueueMessage message, TimeSpan visibility, TimeProvider timeProvider)
    {
        _queue = queue;
        _messageId = message.MessageId;
        _popReceipt = message.PopReceipt;
        _visibility = visibility;
        _timeProvider = timeProvider;
        _renewing = RenewAsync();
    }

    /// <summary>Begins to renew a message at half of its time.</summary>
    public static MessageLease Hold(
        QueueClient queue, QueueMessage message, TimeSpan visibility, TimeProvider timeProvider) =>
        new(queue, message, visibility, timeProvider);

    /// <summary>Ends renewing.</summary>
    /// <returns>The pop receipt that holds now.</returns>
    public async Task<string> EndAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        return _popReceipt;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _ended.Dispose();
    }

    private async Task RenewAsync()
    {
        var pause = _visibility / 2;
        while (true)
        {
            await Task.Delay(pause, _timeProvider, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ended.IsCancellationRequested)
            {
                return;
            }

            try
            {
                // Not cancelled by the end: a renewal that was sent changes the pop receipt, which must be known.
                UpdateReceipt receipt = await _queue.UpdateMessageAsync(
                    _messageId, _popReceipt, visibilityTimeout: _visibility, cancellationToken: CancellationToken.None);
                _popReceipt = receipt.PopReceipt;
                pause = _visibility / 2;
            }
            catch (RequestFailedException exception) when (exception.IsMessageLost())
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                pause = _visibility / 2 / RetriesInHalf;
            }
        }
    }
}
