using System.Collections.Concurrent;
using Pipeline.Storage.Statistics;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryDirtyStore(InMemoryStorage storage) : IDirtyStore
{
    private readonly ConcurrentDictionary<DirtyHour, string> _marks = [];

    public ICollection<DirtyHour> Hours => _marks.Keys;

    public async Task MarkAsync(string articleId, IReadOnlyCollection<DirtyHour> hours, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Dirty.Mark", cancellationToken);
        foreach (var hour in hours)
        {
            _marks[hour] = storage.NextTag();
        }
    }

    public async Task<IReadOnlyList<DirtyMark>> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Dirty.Read", cancellationToken);
        return [.. _marks.OrderBy(mark => mark.Key.ToString(), StringComparer.Ordinal).Take(limit).Select(mark => new DirtyMark("00", mark.Key, mark.Value))];
    }

    public async Task<bool> AnyAsync(int generation, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Dirty.Any", cancellationToken);
        return _marks.Keys.Any(hour => hour.Generation == generation);
    }

    public async Task RemoveAsync(IReadOnlyCollection<DirtyMark> marks, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Dirty.Remove", cancellationToken);
        foreach (var mark in marks)
        {
            if (!_marks.TryRemove(new KeyValuePair<DirtyHour, string>(mark.Hour, mark.Tag)))
            {
                _marks[mark.Hour] = storage.NextTag();
            }
        }
    }
}
