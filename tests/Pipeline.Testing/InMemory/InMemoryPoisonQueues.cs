using Pipeline.Storage.Messages;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryPoisonQueues : IPoisonQueueReader
{
    private readonly Dictionary<string, List<RawMessage>> _queues = new(StringComparer.Ordinal);

    public int Count => _queues.Values.Sum(queue => queue.Count);

    public void Put(string queue, string body) =>
        QueueOf(queue).Add(new RawMessage($"{Count}", "receipt", BinaryData.FromString(body), DateTimeOffset.UnixEpoch, 1));

    public Task<IReadOnlyList<RawMessage>> ReceiveAsync(string queue, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RawMessage>>([.. QueueOf(queue).Take(limit)]);

    public Task DeleteAsync(string queue, RawMessage message, CancellationToken cancellationToken)
    {
        QueueOf(queue).Remove(message);
        return Task.CompletedTask;
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
