using Pipeline.Storage;
using Pipeline.Storage.Meta;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryMaintenanceStore(InMemoryStorage storage) : IMaintenanceStore
{
    private Stored<ReconcileState>? _reconcile;
    private Stored<ReprocessJob>? _reprocess;

    public ReconcileState? Reconcile => _reconcile?.Value;

    public ReprocessJob? Reprocess => _reprocess?.Value;

    public async Task<Stored<ReconcileState>?> ReadReconcileAsync(CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Maintenance.Read", cancellationToken);
        return _reconcile;
    }

    public async Task<bool> TryWriteReconcileAsync(ReconcileState state, Stored<ReconcileState>? previous, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Maintenance.Write", cancellationToken);
        if (_reconcile?.Tag != previous?.Tag)
        {
            return false;
        }

        _reconcile = new Stored<ReconcileState>(state, storage.NextTag());
        return true;
    }

    public async Task<Stored<ReprocessJob>?> ReadReprocessAsync(CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Maintenance.Read", cancellationToken);
        return _reprocess;
    }

    public async Task<bool> TryWriteReprocessAsync(ReprocessJob job, Stored<ReprocessJob>? previous, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Maintenance.Write", cancellationToken);
        if (_reprocess?.Tag != previous?.Tag)
        {
            return false;
        }

        _reprocess = new Stored<ReprocessJob>(job, storage.NextTag());
        return true;
    }
}
