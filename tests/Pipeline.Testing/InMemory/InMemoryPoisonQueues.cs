using System.Globalization;
using Pipeline.Storage.Messages;

namespace Pipeline.Testing.InMemory;

/// <summary>The poison queues in memory. What was taken and not deleted is there at once for who comes next.</summary>
public sealed class InMemoryPoisonQueues(InMemoryStorage storage) : IPoisonQueueReader
{
    private readonly Dictionary<string, List<RawMessage>> _queues = new(StringComparer.Ordinal);
    private int _lastId;

    public int Count => _queues.Values.Sum(queue => queue.Count);

    public void Put(string queue, string body) => QueueOf(queue).Add(
        new RawMessage((++_lastId).ToString(CultureInfo.InvariantCulture), "receipt", BinaryData.FromString(body), DateTimeOffset.UnixEpoch, 1));

    public async Task<IReadOnlyList<RawMessage>> ReceiveAsync(string queue, int limit, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("PoisonQueues.Receive", cancellationToken);
        return [.. QueueOf(queue).Take(limit)];
    }

    public async Task DeleteAsync(string queue, RawMessage message, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("PoisonQueues.Delete", cancellationToken);
        QueueOf(queue).Remove(message);
    }

    private List<RawMessage> QueueOf(string queue)
    {
        if (!_queues.TryGetValue(queue, out var messages))
        {
            _queues[queue] = messages = [];
        }

        return messages;
    }
}
