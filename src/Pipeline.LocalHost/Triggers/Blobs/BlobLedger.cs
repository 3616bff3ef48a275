using Azure.Storage.Blobs.Models;

namespace Pipeline.LocalHost.Triggers.Blobs;

/// <summary>
/// What a blob listener knows of each blob of its container: the ETags it has receipts for, and the work on it. One work
/// at most stands for a blob; new content takes the place of work that has not begun, and waits for work that has.
/// </summary>
/// <param name="receipts">The ETags with receipts, by the key that <paramref name="keyOf"/> gives a name.</param>
/// <param name="keyOf">Gives a blob's receipts key.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class BlobLedger(
    Dictionary<string, List<string>> receipts, Func<string, string> keyOf, TimeProvider timeProvider)
{
    /// <summary>How long content that was listed and then not found is left alone.</summary>
    internal static readonly TimeSpan NotFoundPause = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private int _scan;

    public void BeginScan()
    {
        lock (_lock)
        {
            _scan++;
        }
    }

    /// <summary>Takes note of a blob that was listed or told of.</summary>
    /// <returns>Work to do; null where the content is known, or another one in work: see <see cref="TakeNext"/>.</returns>
    public BlobWork? Observe(string name, string etag, BlobType blobType)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(name, out var entry))
            {
                receipts.Remove(keyOf(name), out var etags);
                _entries.Add(name, entry = new Entry { Receipts = etags ?? [] });
            }

            entry.SeenInScan = _scan;
            if (entry.Receipts.Contains(etag)
                || entry.Work?.ETag == etag
                || (entry.NotFoundETag == etag && timeProvider.GetElapsedTime(entry.NotFoundAt) < NotFoundPause))
            {
                return null;
            }

            var work = new BlobWork(name, etag, blobType);
            if (entry.IsRunning)
            {
                entry.Next = work;
                return null;
            }

            entry.Next = null;
            return entry.Work = work;
        }
    }

    /// <summary>Ends a scan that saw the whole container.</summary>
    /// <returns>The receipts of blobs that are gone, by key: to delete.</returns>
    public IReadOnlyList<(string Key, string ETag)> EndScan()
    {
        lock (_lock)
        {
            var gone = _entries.Where(e => e.Value.SeenInScan != _scan && e.Value.Work is null).ToList();
            var stale = gone.SelectMany(e => e.Value.Receipts.Select(etag => (keyOf(e.Key), etag)))
                .Concat(receipts.SelectMany(e => e.Value.Select(etag => (e.Key, etag))))
                .ToList();
            foreach (var (name, _) in gone)
            {
                _entries.Remove(name);
            }

            receipts.Clear();
            return stale;
        }
    }

    /// <summary>Begins work.</summary>
    /// <returns>Whether it still stands; newer content may have taken its place.</returns>
    public bool TryBegin(BlobWork work)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(work.Name, out var entry) || entry.Work != work)
            {
                return false;
            }

            return entry.IsRunning = true;
        }
    }

    /// <summary>Interrupts work until it is begun again.</summary>
    public void Pause(BlobWork work) => Change(work, entry => entry.IsRunning = false);

    /// <summary>Gives the work on content that was seen last while other work on the blob ran; it takes the place of that work where it has not ended.</summary>
    /// <param name="name">The blob.</param>
    /// <returns>The work; null where there is none.</returns>
    public BlobWork? TakeNext(string name)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(name, out var entry) || entry.IsRunning || entry.Next is not { } next)
            {
                return null;
            }

            entry.Next = null;
            return entry.Receipts.Contains(next.ETag) ? null : entry.Work = next;
        }
    }

    /// <summary>Ends work whose content is gone or was replaced.</summary>
    public void Drop(BlobWork work) => Change(work, entry =>
    {
        (entry.Work, entry.IsRunning) = (null, false);
        (entry.NotFoundETag, entry.NotFoundAt) = (work.ETag, timeProvider.GetTimestamp());
    });

    /// <summary>Ends work that is done and has its receipt.</summary>
    /// <returns>The ETags of receipts that it supersedes: to delete.</returns>
    public IReadOnlyList<string> Complete(BlobWork work)
    {
        IReadOnlyList<string> superseded = [];
        Change(work, entry =>
        {
            superseded = entry.Receipts;
            entry.Receipts = [work.ETag];
            (entry.Work, entry.IsRunning) = (null, false);
        });
        return superseded;
    }

    private void Change(BlobWork work, Action<Entry> change)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(work.Name, out var entry) && entry.Work == work)
            {
                change(entry);
            }
        }
    }

    private sealed class Entry
    {
        public List<string> Receipts { get; set; } = [];

        public BlobWork? Work { get; set; }

        public bool IsRunning { get; set; }

        public BlobWork? Next { get; set; }

        public int SeenInScan { get; set; }

        public string? NotFoundETag { get; set; }

        public long NotFoundAt { get; set; }
    }
}
