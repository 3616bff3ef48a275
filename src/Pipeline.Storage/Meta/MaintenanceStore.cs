namespace Pipeline.Storage.Meta;

/// <summary>The table <see cref="TableNames.Meta"/>: partition <c>maintenance</c>, rows <c>reconcile</c> and <c>reprocess</c>.</summary>
public sealed class MaintenanceStore(ArticleStorageClients clients) : IMaintenanceStore
{
    private const string Partition = "maintenance";

    private readonly MetaRow<ReconcileState> _reconcile = new(clients, Partition, "reconcile");
    private readonly MetaRow<ReprocessJob> _reprocess = new(clients, Partition, "reprocess");

    /// <inheritdoc/>
    public Task<Stored<ReconcileState>?> ReadReconcileAsync(CancellationToken cancellationToken) => _reconcile.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryWriteReconcileAsync(ReconcileState state, Stored<ReconcileState>? previous, CancellationToken cancellationToken) =>
        _reconcile.TryWriteAsync(state, previous, cancellationToken);

    /// <inheritdoc/>
    public Task<Stored<ReprocessJob>?> ReadReprocessAsync(CancellationToken cancellationToken) => _reprocess.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryWriteReprocessAsync(ReprocessJob job, Stored<ReprocessJob>? previous, CancellationToken cancellationToken) =>
        _reprocess.TryWriteAsync(job, previous, cancellationToken);
}
