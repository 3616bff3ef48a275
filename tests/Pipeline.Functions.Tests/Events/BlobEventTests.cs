using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Functions.Tests.Events;

/// <summary>What Event Grid tells of files, at the app's entry points: whatever comes, how often and in whatever order, the articles are those of the files that are there.</summary>
public sealed class BlobEventTests
{
    private const string Name = "wires/2024-05-02 ä #1.txt";

    private readonly TestPipeline _pipeline = new();

    public static TheoryData<string> Schemas => ["cloud-event", "event-grid", "list-of-one"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Created_EitherSchema_FileIsServed(string schema)
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);

        await DeliverAsync(BlobEvent.Created(Name), schema);

        AssertServed(Name);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Deleted_EitherSchema_LeavesATombstoneAlone(string schema)
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Name);

        await DeliverAsync(BlobEvent.Deleted(Name), schema);

        AssertDeleted(Name);
    }

    [Theory]
    [InlineData("PutBlob")]
    [InlineData("PutBlockList")]
    [InlineData("CopyBlob")]
    [InlineData("FlushWithClose")]
    public async Task Created_ByAnyCall_FileIsServed(string api)
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);

        await DeliverAsync(BlobEvent.Created(Name, api));

        AssertServed(Name);
    }

    [Fact]
    public async Task Created_EmptyFirstAndThenItsBlocks_FileIsServedAsItIsInTheEnd()
    {
        _pipeline.Storage.Sources.Put(Name, "");
        await DeliverAsync(BlobEvent.Created(Name));
        Assert.Equal(ArticleState.Rejected, _pipeline.HeadOf(ArticleIds.ForFile(Name)).State);

        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await DeliverAsync(BlobEvent.Created(Name, "PutBlockList"));

        AssertServed(Name);
    }

    [Fact]
    public async Task Created_ToldThreeTimes_ChangesNothingMore()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await DeliverAsync(BlobEvent.Created(Name));
        var first = _pipeline.HeadOf(ArticleIds.ForFile(Name));

        await DeliverAsync(BlobEvent.Created(Name));
        await DeliverAsync(BlobEvent.Created(Name), "event-grid");

        Assert.Equal(first.Rev, _pipeline.HeadOf(ArticleIds.ForFile(Name)).Rev);
        AssertServed(Name);
    }

    [Fact]
    public async Task Created_AtTheTriggerAndInTheQueue_IsOneArticle()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);

        await TriggerAsync(Name);
        await DeliverAsync(BlobEvent.Created(Name));

        Assert.Single(_pipeline.Storage.Articles.Heads);
        AssertServed(Name);
    }

    [Fact]
    public async Task Created_ToldAfterTheDelete_BringsNothingBack()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Name);

        await DeliverAsync(BlobEvent.Deleted(Name));
        await DeliverAsync(BlobEvent.Created(Name));
        await TriggerAsync(Name);

        AssertDeleted(Name);
    }

    [Fact]
    public async Task Deleted_ToldAfterTheFileCameAgain_RemovesNothing()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put(Name, TestPipeline.ClimateText);

        await DeliverAsync(BlobEvent.Created(Name));
        await DeliverAsync(BlobEvent.Deleted(Name));

        AssertServed(Name);
        Assert.Equal("Climate summit opens", _pipeline.HeadOf(ArticleIds.ForFile(Name)).Title);
    }

    [Fact]
    public async Task Deleted_FileThatWasNeverSeen_LeavesNothing()
    {
        await DeliverAsync(BlobEvent.Deleted(Name));

        Assert.Empty(_pipeline.Storage.Articles.Heads);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Renamed_AsCopyAndDelete_IsServedUnderItsNewName(bool copyIsToldFirst)
    {
        const string NewName = "archive/moved.txt";
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put(NewName, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Name);
        BlobEvent[] events = [BlobEvent.Created(NewName, "CopyBlob"), BlobEvent.Deleted(Name)];

        foreach (var one in copyIsToldFirst ? events : events.Reverse())
        {
            await DeliverAsync(one);
        }

        AssertServed(NewName);
        AssertDeleted(Name);
    }

    [Fact]
    public async Task Trigger_FileOfAnyName_IsTheFileThatTheQueueNames()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);

        await TriggerAsync(Name);

        Assert.Equal([ArticleIds.ForFile(Name)], _pipeline.Storage.Articles.Heads.Select(head => head.ArticleId));
        AssertServed(Name);
    }

    [Theory]
    [InlineData("/containers/articles/", "/containers/parsed/")]
    [InlineData("Storage.BlobCreated", "Storage.DirectoryCreated")]
    public async Task Queue_EventOfSomethingElseInTheAccount_IsIgnored(string part, string other)
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);

        await ReceiveAsync(BlobEvent.Created(Name).ToCloudEvent().Replace(part, other, StringComparison.Ordinal));

        Assert.Empty(_pipeline.Storage.Articles.Heads);
        Assert.Empty(_pipeline.Storage.Operations);
    }

    [Fact]
    public async Task Queue_EventOfAnotherService_IsRefusedAndTouchesNothing()
    {
        var body = BlobEvent.Created(Name).ToCloudEvent().Replace("Microsoft.Storage.", "Microsoft.Resources.", StringComparison.Ordinal);

        await Assert.ThrowsAsync<MessageFormatException>(() => ReceiveAsync(body));

        Assert.Empty(_pipeline.Storage.Articles.Heads);
    }

    /// <summary>Has an event delivered to the queue, and all that comes of it done.</summary>
    private async Task DeliverAsync(BlobEvent delivered, string schema = "cloud-event")
    {
        await ReceiveAsync(schema switch
        {
            "cloud-event" => delivered.ToCloudEvent(),
            "event-grid" => delivered.ToEventGridEvent(),
            _ => $"[{delivered.ToEventGridEvent()}]",
        });
        await _pipeline.DrainAsync();
    }

    private Task ReceiveAsync(string body) => new ParseArticleOnMessageFunction(_pipeline.ParseArticle, NullLogger<ParseArticleOnMessageFunction>.Instance)
        .RunAsync(QueuesModelFactory.QueueMessage("message", "receipt", BinaryData.FromString(body), dequeueCount: 1), Token);

    /// <summary>Has an event delivered to the trigger's webhook: the platform hands over the blob's client.</summary>
    private async Task TriggerAsync(string name)
    {
        var container = new BlobContainerClient(new Uri("https://starticles.blob.core.windows.net/articles"));
        await new ParseArticleOnBlobEventFunction(_pipeline.ParseArticle).RunAsync(container.GetBlobClient(name), Token);
        await _pipeline.DrainAsync();
    }

    private void AssertServed(string name)
    {
        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(ArticleIds.ForFile(name)).State);
        _pipeline.AssertNothingLeftOver();
    }

    private void AssertDeleted(string name)
    {
        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(ArticleIds.ForFile(name)).State);
        _pipeline.AssertNothingLeftOver();
    }
}
