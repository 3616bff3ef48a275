using Pipeline.Processing.Delivery;

namespace Pipeline.Processing.Reconciliation;

/// <summary>One run of reconciling: its time, and what it found.</summary>
/// <param name="now">The time of the run.</param>
/// <param name="options">What bounds it.</param>
public sealed class ReconcileRun(DateTimeOffset now, ReconcileOptions options)
{
    // Each article has some reads of its own, and nobody waits for them; who does wait, waits for the same storage.
    private const int Parallelism = 4;

    private readonly Dictionary<ReconcileFinding, long> _findings = [];
    private readonly List<Exception> _failures = [];
    private readonly HashSet<string> _parsed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taggedAgain = new(StringComparer.Ordinal);

    /// <summary>Gets the time of the run.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Gets what was found so far.</summary>
    public IReadOnlyDictionary<ReconcileFinding, long> Findings => _findings;

    /// <summary>Gets the time since which what is there may be work under way.</summary>
    public DateTimeOffset Settled => now - options.Grace;

    /// <summary>Gets the time before which articles are deleted; null where they are kept for ever.</summary>
    public DateTimeOffset? ArticlesKeptSince => options.ArticleDays == 0 ? null : now - TimeSpan.FromDays(options.ArticleDays);

    /// <summary>Gets the time before which tombstones are removed.</summary>
    public DateTimeOffset TombstonesKeptSince => now - TimeSpan.FromDays(options.TombstoneDays);

    /// <summary>Gets why some things could not be checked or repaired.</summary>
    public IReadOnlyList<Exception> Failures => _failures;

    /// <summary>Does something with each of many, a few at a time. One that fails is noted, and keeps no other from it.</summary>
    /// <typeparam name="T">The type of the things.</typeparam>
    /// <param name="items">The things.</param>
    /// <param name="work">What is done with each.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public Task ForEachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken) => BoundedWork.ForEachAsync(
        items,
        Parallelism,
        async (item, token) =>
        {
            try
            {
                await work(item, token);
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                lock (_failures)
                {
                    _failures.Add(exception);
                }
            }
        },
        cancellationToken);

    /// <summary>Notes that a file is parsed again, for all of its articles.</summary>
    /// <param name="fileId">The file's id.</param>
    /// <returns>False where the run asked for it before.</returns>
    public bool TryParse(string fileId)
    {
        lock (_parsed)
        {
            return _parsed.Add(fileId);
        }
    }

    /// <summary>Notes that an article is tagged again, although nothing of it changed.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <returns>False where the run asked for it before.</returns>
    public bool TryTagAgain(string articleId)
    {
        lock (_taggedAgain)
        {
            return _taggedAgain.Add(articleId);
        }
    }

    /// <summary>Notes something that was found and repaired.</summary>
    /// <param name="finding">What.</param>
    public void Report(ReconcileFinding finding)
    {
        lock (_findings)
        {
            _findings[finding] = _findings.GetValueOrDefault(finding) + 1;
        }
    }
}
