namespace Pipeline.Storage.Meta;

/// <summary>Keeps how far the work is that goes through everything: so that each run goes on where the one before ended.</summary>
public interface IMaintenanceStore
{
    /// <summary>Reads how far reconciling is.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The state; null before the first run.</returns>
    Task<Stored<ReconcileState>?> ReadReconcileAsync(CancellationToken cancellationToken);

    /// <summary>Writes how far reconciling is, if it is still what the caller read.</summary>
    /// <param name="state">The state.</param>
    /// <param name="previous">What was read; null where there was nothing.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where another run was first.</returns>
    Task<bool> TryWriteReconcileAsync(ReconcileState state, Stored<ReconcileState>? previous, CancellationToken cancellationToken);

    /// <summary>Reads the last order to process articles again.</summary>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The order; null where there was none.</returns>
    Task<Stored<ReprocessJob>?> ReadReprocessAsync(CancellationToken cancellationToken);

    /// <summary>Writes the order, if it is still what the caller read.</summary>
    /// <param name="job">The order.</param>
    /// <param name="previous">What was read; null where there was nothing.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where somebody else was first.</returns>
    Task<bool> TryWriteReprocessAsync(ReprocessJob job, Stored<ReprocessJob>? previous, CancellationToken cancellationToken);
}
