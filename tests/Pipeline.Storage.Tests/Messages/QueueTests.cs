using System.Diagnostics;
using System.Text;
using Azure.Storage.Queues.Models;
using Pipeline.Storage.Messages;
using Xunit;

namespace Pipeline.Storage.Tests.Messages;

public sealed class QueueTests(AzuriteStorage storage)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_TagIssues_IsBase64AsTheHostReadsIt()
    {
        var message = new TagIssuesMessage(TestIds.Article(), TestIds.Article());
        await new PipelineQueues(storage.Clients).SendAsync(message, TimeSpan.Zero, Token);

        var raw = await TakeAsync(QueueNames.TagIssues);

        Assert.Equal(message, MessageSerializer.ReadTagIssues(BodyOf(raw)));
        Assert.True(raw.ExpiresOn > raw.InsertedOn!.Value.AddYears(100));
    }

    [Fact]
    public async Task SendAsync_InsideAnActivity_MessagesCarryItsId()
    {
        var queues = new PipelineQueues(storage.Clients);
        using var activity = new Activity("sender").SetIdFormat(ActivityIdFormat.W3C).Start();
        await queues.SendAsync(new ParseArticleMessage("a.txt"), Token);
        await queues.SendAsync(new TagIssuesMessage(TestIds.Article(), TestIds.Article()), TimeSpan.Zero, Token);

        var parse = MessageSerializer.ReadParseArticle(BodyOf(await TakeAsync(QueueNames.ParseArticle)));
        var tag = MessageSerializer.ReadTagIssues(BodyOf(await TakeAsync(QueueNames.TagIssues)));

        Assert.StartsWith($"00-{activity.TraceId}-{activity.SpanId}-", activity.Id, StringComparison.Ordinal);
        Assert.Equal(activity.Id, parse!.TraceParent);
        Assert.Equal(activity.Id, tag.TraceParent);
    }

    [Fact]
    public async Task SendAsync_OutsideOfAnyActivity_MessagesCarryNone()
    {
        var queues = new PipelineQueues(storage.Clients);
        Activity.Current = null;
        await queues.SendAsync(new ParseArticleMessage("a.txt"), Token);
        await queues.SendAsync(new TagIssuesMessage(TestIds.Article(), TestIds.Article()), TimeSpan.Zero, Token);

        var parse = MessageSerializer.ReadParseArticle(BodyOf(await TakeAsync(QueueNames.ParseArticle)));
        var tag = MessageSerializer.ReadTagIssues(BodyOf(await TakeAsync(QueueNames.TagIssues)));

        Assert.Null(parse!.TraceParent);
        Assert.Null(tag.TraceParent);
    }

    [Fact]
    public async Task ReceiveAsync_PoisonMessages_AreTakenByteForByte()
    {
        var name = $"test-{Guid.NewGuid():N}";
        var queue = storage.Clients.RawQueues.GetQueueClient(name);
        await queue.CreateAsync(cancellationToken: Token);
        await queue.SendMessageAsync("not base64 – \u00e9!", Token);
        var reader = new PoisonQueueReader(storage.Clients);

        var message = Assert.Single(await reader.ReceiveAsync(name, 32, Token));
        await reader.DeleteAsync(name, message, Token);
        await reader.DeleteAsync(name, message, Token);

        Assert.Equal("not base64 – \u00e9!", Encoding.UTF8.GetString(message.Body));
        Assert.Equal(1, message.DequeueCount);
        Assert.Equal(0, (await new QueueMonitor(storage.Clients).ReadAsync(name, Token)).Messages);
    }

    [Fact]
    public async Task ReadAsync_Queue_TellsItsDepthAndItsOldest()
    {
        var name = $"test-{Guid.NewGuid():N}";
        var monitor = new QueueMonitor(storage.Clients);
        var missing = await monitor.ReadAsync(name, Token);
        var queue = storage.Clients.RawQueues.GetQueueClient(name);
        await queue.CreateAsync(cancellationToken: Token);
        var first = (await queue.SendMessageAsync("a", Token)).Value;
        await queue.SendMessageAsync("b", Token);

        var depth = await monitor.ReadAsync(name, Token);

        Assert.Equal(new QueueDepth(name, 0, null), missing);
        Assert.Equal(new QueueDepth(name, 2, first.InsertionTime), depth);
    }

    [Fact]
    public async Task ReceiveAsync_NoQueue_IsEmpty()
    {
        Assert.Empty(await new PoisonQueueReader(storage.Clients).ReceiveAsync($"test-{Guid.NewGuid():N}", 32, Token));
    }

    /// <summary>Takes the message of a queue that the pipeline reads. The tests of this class run one after the other, and no other sends to those.</summary>
    private async Task<QueueMessage> TakeAsync(string name)
    {
        var queue = storage.Clients.RawQueues.GetQueueClient(name);
        var raw = (await queue.ReceiveMessageAsync(cancellationToken: Token)).Value;
        await queue.DeleteMessageAsync(raw.MessageId, raw.PopReceipt, Token);
        return raw;
    }

    private static BinaryData BodyOf(QueueMessage raw) => BinaryData.FromBytes(Convert.FromBase64String(raw.Body.ToString()));
}
