using System.Text.RegularExpressions;
using System.Threading.Channels;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Pipeline.LocalHost.Configuration;
using Pipeline.LocalHost.Invocation;

namespace Pipeline.LocalHost.Triggers.Blobs;

/// <summary>
/// Runs a function on each new or changed blob of a container. A receipt is written only after the function succeeded, or
/// after the blob went to the poison queue, so that a crash means that it runs again.
/// </summary>
/// <param name="binding">The function.</param>
/// <param name="pattern">Its path.</param>
/// <param name="storage">The storage of the blobs.</param>
/// <param name="receipts">What was worked on.</param>
/// <param name="parallelism">The slots that all blob functions share.</param>
/// <param name="settings">The settings of the host.</param>
/// <param name="executor">Runs the function.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class BlobTriggerListener(
    FunctionBinding binding,
    BlobPathPattern pattern,
    StorageConnection storage,
    BlobReceipts receipts,
    SemaphoreSlim parallelism,
    BlobListenerSettings settings,
    FunctionExecutor executor,
    TimeProvider timeProvider,
    ILogger<BlobTriggerListener> logger)
    : TriggerListener
{
    private readonly string _function = binding.Function.Name;
    private readonly StorageOutage _outage = new(binding.Function.Name, timeProvider, logger);
    private readonly Channel<BlobWork> _queue = Channel.CreateUnbounded<BlobWork>();
    private readonly RunningWork _running = new();
    private readonly BlobContainerClient _container = storage.Blobs.GetBlobContainerClient(pattern.Container);
    private readonly BlobContainerClient _functionContainer =
        storage.FunctionBlobs.GetBlobContainerClient(pattern.Container);

    private readonly BlobScanner _scanner = new(
        storage.Blobs.GetBlobContainerClient(pattern.Container), pattern, settings.ScanInterval, timeProvider);

    private readonly PoisonBlobQueue _poison = new(storage.Queues, settings.Base64);
    private BlobLedger? _ledger;

    private bool IsTold => settings.Writes?.TellsOf(storage.Blobs.Uri) == true;

    private BlobLedger Ledger => _ledger ?? throw new InvalidOperationException("The receipts are not read yet.");

    public override async Task RunAsync(StopTokens stopping)
    {
        var dispatching = DispatchAsync(stopping);
        try
        {
            await _outage.RepeatAsync(() => ScanAsync(stopping), stopping.Stopping);
        }
        finally
        {
            settings.Writes?.Unsubscribe(Take);
        }

        await dispatching;
        await _running.WaitUntilAtMostAsync(0, CancellationToken.None);
    }

    private async Task<Task> ScanAsync(StopTokens stopping)
    {
        if (_ledger is null)
        {
            _ledger = new BlobLedger(await receipts.LoadAsync(stopping.Stopping), receipts.KeyOf, timeProvider);
            settings.Writes?.Subscribe(Take);
        }

        Ledger.BeginScan();
        var scan = await _scanner.ScanAsync(Observe, IsTold, stopping.Stopping);
        foreach (var (key, etag) in Ledger.EndScan())
        {
            await receipts.DeleteAsync(key, etag, stopping.Stopping);
        }

        MarkReady();
        var pause = _scanner.PauseAfter(scan, isBusy: _queue.Reader.Count > settings.BusyBacklog, IsTold);
        return Task.Delay(pause, timeProvider, stopping.Stopping);
    }

    private void Take(BlobWrite write)
    {
        try
        {
            if (write.Container == pattern.Container && IsTold && pattern.IsMatch(write.Name))
            {
                Observe(write.Name, write.ETag, write.Type);
            }
        }
        catch (RegexMatchTimeoutException exception)
        {
            // Who tells has others to tell. The next scan finds the blob.
            LogUnexpected(exception, _function, write.Name);
        }
    }

    private void Observe(string name, string etag, BlobType blobType)
    {
        if (Ledger.Observe(name, etag, blobType) is { } work)
        {
            _queue.Writer.TryWrite(work);
        }
    }

    private async Task DispatchAsync(StopTokens stopping)
    {
        try
        {
            await foreach (var work in _queue.Reader.ReadAllAsync(stopping.Stopping))
            {
                await parallelism.WaitAsync(stopping.Stopping);
                _running.Start(() => RunAsync(work, stopping));
            }
        }
        catch (OperationCanceledException) when (stopping.Stopping.IsCancellationRequested)
        {
            // What is left in the queue has no receipt, so it is found again at the next start.
        }
    }

    private async Task RunAsync(BlobWork work, StopTokens stopping)
    {
        var again = false;
        try
        {
            again = Ledger.TryBegin(work) && await TryOnceAsync(work, stopping);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogUnexpected(exception, _function, work.Name);
            again = true;
        }
        finally
        {
            parallelism.Release();
        }

        if (again)
        {
            Ledger.Pause(work);
        }

        if (Ledger.TakeNext(work.Name) is { } next)
        {
            _queue.Writer.TryWrite(next);
        }
        else if (again)
        {
            await Task.Delay(settings.RetryDelay, timeProvider, stopping.Stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _queue.Writer.TryWrite(work);
        }
    }

    /// <returns>Whether the blob is to be tried again later.</returns>
    private async Task<bool> TryOnceAsync(BlobWork work, StopTokens stopping)
    {
        var (isKnown, etag) = await ReadPresentAsync(work, stopping);
        if (!isKnown)
        {
            return false;
        }

        if (etag != work.ETag || pattern.Match(work.Name) is not { } values)
        {
            Ledger.Drop(work);
            if (etag is not null)
            {
                // Newer content, which may have been told of before the older was listed.
                Observe(work.Name, etag, work.BlobType);
            }

            return false;
        }

        var input = new BlobInput(_functionContainer.GetBlobClient(work.Name), values);
        switch (await executor.ExecuteAsync(binding, input, $"{pattern.Container}/{work.Name}", stopping.Aborting))
        {
            case FunctionOutcome.Succeeded:
                await CompleteAsync(work, stopping);
                return false;
            case FunctionOutcome.Stopped:
                return false;
            case FunctionOutcome.Failed or FunctionOutcome.TimedOut when !await IsStorageThereAsync(work, stopping):
                // Not the blob's fault, so it does not count.
                return true;
            default:
                work.Failures++;
                if (work.Failures < settings.PoisonBlobThreshold)
                {
                    return true;
                }

                await PoisonAsync(work, stopping);
                return false;
        }
    }

    /// <returns>Whether it could be read, and the ETag of the blob; null where there is none any more. It cannot where the host stops before that.</returns>
    private async Task<(bool IsKnown, string? ETag)> ReadPresentAsync(BlobWork work, StopTokens stopping)
    {
        string? etag = null;
        var isKnown = await _outage.TryUntilDoneAsync(async token => etag = await ReadETagAsync(work, token), stopping.Stopping);
        return (isKnown, etag);
    }

    private async Task<bool> IsStorageThereAsync(BlobWork work, StopTokens stopping)
    {
        try
        {
            await ReadETagAsync(work, stopping.Aborting);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }

    private async Task<string?> ReadETagAsync(BlobWork work, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties properties =
                await _container.GetBlobClient(work.Name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return BlobScanner.Quoted(properties.ETag);
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            return null;
        }
    }

    private async Task PoisonAsync(BlobWork work, StopTokens stopping)
    {
        LogPoison(_function, pattern.Container, work.Name, work.Failures, PoisonBlobQueue.QueueName);
        if (await _outage.TryUntilDoneAsync(
            token => _poison.SendAsync(binding.Function.Id, pattern.Container, work, token), stopping.Stopping))
        {
            await CompleteAsync(work, stopping);
        }
    }

    private async Task CompleteAsync(BlobWork work, StopTokens stopping)
    {
        var key = receipts.KeyOf(work.Name);
        if (!await _outage.TryUntilDoneAsync(token => receipts.WriteAsync(key, work.ETag, token), stopping.Stopping))
        {
            return;
        }

        foreach (var superseded in Ledger.Complete(work))
        {
            await _outage.TryUntilDoneAsync(token => receipts.DeleteAsync(key, superseded, token), stopping.Stopping);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Function} failed {Failures} times on {Container}/{Blob}; it goes to {Queue}.")]
    private partial void LogPoison(string function, string container, string blob, int failures, string queue);

    [LoggerMessage(2, LogLevel.Error, "{Function}: unexpected error on {Blob}; it is tried again.")]
    private partial void LogUnexpected(Exception exception, string function, string blob);
}
