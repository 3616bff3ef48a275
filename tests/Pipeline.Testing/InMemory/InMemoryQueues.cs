using Pipeline.Storage.Messages;

namespace Pipeline.Testing.InMemory;

public sealed class InMemoryQueues(InMemoryStorage storage) : IPipelineQueues
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
}
