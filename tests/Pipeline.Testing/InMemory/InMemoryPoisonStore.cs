using System.Collections.Concurrent;
using Pipeline.Storage.Poison;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryPoisonStore : IPoisonStore
{
    private readonly ConcurrentDictionary<(string Queue, string Id), string> _errors = [];
    private readonly ConcurrentDictionary<(string Queue, string Id), PoisonRecord> _records = [];

    public ICollection<string> Errors => _errors.Values;

    public Task RecordErrorAsync(string queue, string id, string description, CancellationToken cancellationToken)
    {
        _errors[(queue, id)] = description;
        return Task.CompletedTask;
    }

    public Task<string?> ReadErrorAsync(string queue, string id, CancellationToken cancellationToken) =>
        Task.FromResult(_errors.GetValueOrDefault((queue, id)));

    public Task ForgetErrorAsync(string queue, string id, CancellationToken cancellationToken)
    {
        _errors.TryRemove((queue, id), out _);
        return Task.CompletedTask;
    }

    public Task ForgetErrorsAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SaveAsync(PoisonRecord record, CancellationToken cancellationToken)
    {
        _records[(record.Queue, record.Id)] = record;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PoisonRecord>> ListAsync(string queue, string? after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PoisonRecord>>(
        [
            .. _records.Values
                .Where(record => record.Queue == queue && string.CompareOrdinal(record.Id, after) > 0)
                .OrderBy(record => record.Id, StringComparer.Ordinal)
                .Take(limit),
        ]);

    public Task<PoisonRecord?> FindAsync(string queue, string id, CancellationToken cancellationToken) => Task.FromResult(_records.GetValueOrDefault((queue, id)));

    public Task DeleteAsync(string queue, string id, CancellationToken cancellationToken)
    {
        _records.TryRemove((queue, id), out _);
        return Task.CompletedTask;
    }

    public Task<PoisonDepth> MeasureAsync(string queue, CancellationToken cancellationToken)
    {
        var kept = _records.Values.Where(record => record.Queue == queue).ToList();
        return Task.FromResult(new PoisonDepth(queue, kept.Count, kept.Count == 0 ? null : kept.Min(record => record.InsertedOn)));
    }
}
