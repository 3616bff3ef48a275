using System.Collections.Concurrent;
using Pipeline.Storage.Poison;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryPoisonStore(InMemoryStorage storage) : IPoisonStore
{
    private readonly ConcurrentDictionary<(string Queue, string Id), string> _errors = [];
    private readonly ConcurrentDictionary<(string Queue, string Id), PoisonRecord> _records = [];

    public ICollection<string> Errors => _errors.Values;

    public async Task RecordErrorAsync(string queue, string id, string description, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Poison.RecordError", cancellationToken);
        _errors[(queue, id)] = description;
    }

    public async Task<string?> ReadErrorAsync(string queue, string id, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Poison.ReadError", cancellationToken);
        return _errors.GetValueOrDefault((queue, id));
    }

    public async Task ForgetErrorAsync(string queue, string id, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Poison.ForgetError", cancellationToken);
        _errors.TryRemove((queue, id), out _);
    }

    public Task ForgetOldErrorsAsync(CancellationToken cancellationToken) => storage.EnterAsync("Poison.ForgetOldErrors", cancellationToken);

    public async Task SaveAsync(PoisonRecord record, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Poison.Save", cancellationToken);
        _records[(record.Queue, record.Id)] = record;
    }

    public async Task<IReadOnlyList<PoisonRecord>> ListAsync(string queue, string? after, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Poison.List", cancellationToken);
        return
        [
            .. _records.Values
                .Where(record => record.Queue == queue && string.CompareOrdinal(record.Id, after) > 0)
                .OrderBy(record => record.Id, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    public async Task<PoisonRecord?> FindAsync(string queue, string id, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Poison.Find", cancellationToken);
        return _records.GetValueOrDefault((queue, id));
    }

    public async Task DeleteAsync(string queue, string id, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Poison.Delete", cancellationToken);
        _records.TryRemove((queue, id), out _);
    }

    public Task<PoisonDepth> MeasureAsync(string queue, CancellationToken cancellationToken)
    {
        var kept = _records.Values.Where(record => record.Queue == queue).ToList();
        return Task.FromResult(new PoisonDepth(queue, kept.Count, kept.Count == 0 ? null : kept.Min(record => record.InsertedOn)));
    }
}
