using Pipeline.Storage;
using Pipeline.Storage.Messages;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryQueues(InMemoryStorage storage) : IPipelineQueues, IQueueMonitor
{
    public List<ParseArticleMessage> ParseArticle { get; } = [];

    public List<(TagIssuesMessage Message, TimeSpan Delay)> TagIssues { get; } = [];

    public async Task SendAsync(ParseArticleMessage message, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Queues.ParseArticle", cancellationToken);
        lock (ParseArticle)
        {
            ParseArticle.Add(message);
        }
    }

    public async Task SendAsync(TagIssuesMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Queues.TagIssues", cancellationToken);
        lock (TagIssues)
        {
            TagIssues.Add((message, delay));
        }
    }

    public List<(string Queue, BinaryData Body)> Raw { get; } = [];

    public async Task SendRawAsync(string queue, BinaryData body, CancellationToken cancellationToken)
    {
        await storage.EnterAsync("Queues.Raw", cancellationToken);
        lock (Raw)
        {
            Raw.Add((queue, body));
        }
    }

    public Task<QueueDepth> ReadAsync(string queue, CancellationToken cancellationToken) =>
        Task.FromResult(new QueueDepth(queue, queue == QueueNames.TagIssues ? TagIssues.Count : ParseArticle.Count, OldestWaiting: null));
}
