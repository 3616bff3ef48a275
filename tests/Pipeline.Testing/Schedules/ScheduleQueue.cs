using Pipeline.Processing.Delivery;
using Pipeline.Storage;
using Pipeline.Storage.Messages;

namespace Pipeline.Testing.Schedules;

/// <summary>The messages of a history that wait: some come twice, late, in any order, or never, and some fail too often and become poison, as on the platform.</summary>
/// <param name="pipeline">The pipeline that sends and handles them.</param>
/// <param name="random">Chooses.</param>
/// <param name="maxTries">How often a message is tried before it is poison.</param>
internal sealed class ScheduleQueue(TestPipeline pipeline, Random random, int maxTries)
{
    private const int MaxCopies = 5;

    private static readonly string ParsePoison = QueueNames.ParseArticle + QueueNames.PoisonSuffix;
    private static readonly string TagPoison = QueueNames.TagIssues + QueueNames.PoisonSuffix;

    private readonly List<Delivery> _waiting = [];

    /// <summary>Gets how many messages wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Gets the bodies of all messages that became poison.</summary>
    public HashSet<string> Poisoned { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the bodies of all messages that were sent byte for byte.</summary>
    public HashSet<string> SentAgain { get; } = new(StringComparer.Ordinal);

    /// <summary>Has a blob trigger see a file.</summary>
    public void Trigger(string blobName) => _waiting.AddRange(Enumerable.Repeat(
        new Delivery(QueueNames.BlobTriggerPoison, $$"""{"ContainerName":"articles","BlobName":"{{blobName}}"}""") { Parse = new ParseArticleMessage(blobName) },
        random.Next(4) == 0 ? 2 : 1));

    /// <summary>Takes what was sent since; where messages are lost, not all of it.</summary>
    public void Collect(bool losesMessages)
    {
        var queues = pipeline.Storage.Queues;
        var now = pipeline.Time.GetUtcNow();
        var sent = queues.ParseArticle.Select(parse => Of(parse))
            .Concat(queues.TagIssues.Select(tag => Of(tag.Message) with { Due = now + tag.Delay }))
            .Concat(queues.Raw.Select(raw => Of(raw.Queue, raw.Body)));
        foreach (var delivery in sent)
        {
            // One that is put off was copied before: copies of copies that are put off, while attempts fail, would have no end.
            var isCopied = delivery.Due <= now && random.Next(6) == 0;
            var copies = losesMessages && random.Next(6) == 0 ? 0 : isCopied ? random.Next(2, MaxCopies + 1) : 1;
            _waiting.AddRange(Enumerable.Repeat(delivery, copies));
        }

        SentAgain.UnionWith(queues.Raw.Select(raw => raw.Body.ToString()));
        queues.ParseArticle.Clear();
        queues.TagIssues.Clear();
        queues.Raw.Clear();
    }

    /// <summary>Takes any message that is due.</summary>
    /// <param name="canWait">Whether time may pass for one that is not.</param>
    public Delivery? TryTake(bool canWait)
    {
        var due = _waiting.Where(delivery => delivery.Due <= pipeline.Time.GetUtcNow()).ToList();
        if (due.Count == 0)
        {
            if (!canWait || _waiting.Count == 0)
            {
                return null;
            }

            due.Add(_waiting.MinBy(delivery => delivery.Due)!);
            pipeline.Time.SetUtcNow(due[0].Due);
        }

        var taken = due[random.Next(due.Count)];
        _waiting.Remove(taken);
        return taken;
    }

    /// <summary>Handles a message.</summary>
    public Task HandleAsync(Delivery delivery)
    {
        // A blob trigger does not say how often a blob came.
        var told = new MessageDelivery(delivery.PoisonQueue, delivery.PoisonQueue == QueueNames.BlobTriggerPoison ? 1 : delivery.Tries);
        return delivery.Parse is { } parse
            ? pipeline.ParseArticle.ProcessAsync(parse.BlobName, told, CancellationToken.None)
            : pipeline.TagIssues.ProcessAsync(delivery.Tag!, told, CancellationToken.None);
    }

    /// <summary>Lets a message that failed come back, or become poison.</summary>
    public void Return(Delivery delivery)
    {
        if (delivery.Tries < maxTries)
        {
            _waiting.Add(delivery with { Tries = delivery.Tries + 1 });
            return;
        }

        Poisoned.Add(delivery.Body);
        pipeline.PoisonQueues.Put(delivery.PoisonQueue, delivery.Body);
    }

    private static Delivery Of(ParseArticleMessage parse) => new(ParsePoison, MessageSerializer.Write(parse).ToString()) { Parse = parse };

    private static Delivery Of(TagIssuesMessage tag) => new(TagPoison, MessageSerializer.Write(tag).ToString()) { Tag = tag };

    private static Delivery Of(string queue, BinaryData body) => queue == QueueNames.ParseArticle
        ? Of(MessageSerializer.ReadParseArticle(body)!)
        : Of(MessageSerializer.ReadTagIssues(body));
}

/// <summary>A message that waits.</summary>
/// <param name="PoisonQueue">Where it goes when it failed too often.</param>
/// <param name="Body">What is put there.</param>
internal sealed record Delivery(string PoisonQueue, string Body)
{
    public ParseArticleMessage? Parse { get; init; }

    public TagIssuesMessage? Tag { get; init; }

    /// <summary>Gets how often it is tried, this time included.</summary>
    public int Tries { get; init; } = 1;

    public DateTimeOffset Due { get; init; }
}
