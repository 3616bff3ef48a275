namespace Pipeline.Processing.Reconciliation;

/// <summary>Goes through one store, page by page, and repairs what does not fit the others. Safe beside all other work, and to repeat.</summary>
public interface IReconcileSweep
{
    /// <summary>Gets the sweep's name, by which a later run goes on with it.</summary>
    string Name { get; }

    /// <summary>Checks one page.</summary>
    /// <param name="token">The token of the page; null for the first.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    Task<SweepStep> CheckAsync(string? token, ReconcileRun run, CancellationToken cancellationToken);
}

/// <summary>What a sweep did with a page.</summary>
/// <param name="Checked">How many blobs or rows it looked at.</param>
/// <param name="Next">The token of the next page; null where this was the last.</param>
public sealed record SweepStep(int Checked, string? Next);
