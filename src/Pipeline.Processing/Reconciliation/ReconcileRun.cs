namespace Pipeline.Processing.Reconciliation;

/// <summary>One run of reconciling: its time, and what it found.</summary>
/// <param name="now">The time of the run.</param>
/// <param name="options">What bounds it.</param>
public sealed class ReconcileRun(DateTimeOffset now, ReconcileOptions options)
{
    private readonly Dictionary<ReconcileFinding, long> _findings = [];

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
