using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Pipeline.LocalHost.Triggers.Blobs;

/// <summary>Lists a container again and again, at a pace that leaves the storage most of its time.</summary>
/// <param name="container">The container; made where it is missing.</param>
/// <param name="pattern">What names to look for.</param>
/// <param name="interval">The pause between two scans of a small container.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class BlobScanner(
    BlobContainerClient container, BlobPathPattern pattern, TimeSpan interval, TimeProvider timeProvider)
{
    // Chosen so that scanning takes at most a fifth of the time, and a large container is still looked at within seconds.
    private const int PauseOfScans = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // Chosen: what is found while much work waits would wait too, and the storage has better to do.
    private const int BusyPauseOfScans = 10;
    private static readonly TimeSpan ShortestBusyPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBusyPause = TimeSpan.FromSeconds(15);

    // Chosen: where blobs are told of, scans only find what was missed, and the receipts of deleted ones.
    private static readonly TimeSpan ToldPause = TimeSpan.FromMinutes(5);

    // The most that the service gives keep an emulator busy for half a second, in which it answers nobody else; but for each page it sorts all
    // that there are. So, chosen: about ten pages of an emulator that tells of blobs. At the first scan nobody else waits yet.
    private const int Pages = 10;
    private const int LeastPage = 500;
    private const int MostPage = 5_000;

    private int _pageSize = MostPage;

    /// <summary>Looks at the whole container once.</summary>
    /// <param name="found">Is told of each matching blob: its name, ETag and kind.</param>
    /// <param name="isTold">Whether blobs are told of as they are written.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> ScanAsync(Action<string, string, BlobType> found, bool isTold, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var count = 0;
        try
        {
            var pages = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, pattern.Prefix, cancellationToken).AsPages(pageSizeHint: isTold ? _pageSize : MostPage);
            await foreach (var blob in pages.SelectMany(page => page.Values))
            {
                count++;
                if (blob.Properties.ETag is { } etag && pattern.IsMatch(blob.Name))
                {
                    found(blob.Name, Quoted(etag), blob.Properties.BlobType ?? BlobType.Block);
                }
            }
        }
        catch (RequestFailedException exception) when (exception.IsNotFound())
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        _pageSize = Math.Clamp(count / Pages, LeastPage, MostPage);
        return timeProvider.GetElapsedTime(started);
    }

    /// <summary>Gives the pause between two scans.</summary>
    /// <param name="scan">How long the last scan took.</param>
    /// <param name="isBusy">Whether much that was found still waits for its turn.</param>
    /// <param name="isTold">Whether blobs are told of as they are written.</param>
    public TimeSpan PauseAfter(TimeSpan scan, bool isBusy, bool isTold)
    {
        var pause = isTold ? ToldPause
            : isBusy ? Clamp(scan * BusyPauseOfScans, ShortestBusyPause, LongestBusyPause)
            : Clamp(scan * PauseOfScans, TimeSpan.Zero, LongestPause);
        return pause > interval ? pause : interval;
    }

    /// <summary>Brings an ETag into one form: listings give it without quotes, headers with.</summary>
    public static string Quoted(ETag etag) => etag.ToString("H");

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) =>
        value < least ? least : value > most ? most : value;
}
