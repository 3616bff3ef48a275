using System.Text;
using Pipeline.Processing.Poison;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests;

public sealed class CollectPoisonProcessorTests
{
    private const string Name = "trade.txt";
    private const string TagPoison = "tag-issues-poison";
    private const string ParsePoison = "parse-article-poison";
    private const string BlobPoison = "webjobs-blobtrigger-poison";

    private readonly TestPipeline _pipeline = new();
    private readonly string _id = ArticleIds.ForFile(Name);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessAsync_TagMessage_IsKeptAndItsArticleFails()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await _pipeline.ParseAsync(Name);
        await _pipeline.Storage.Poison.RecordErrorAsync(TagPoison, _id, "IOException: no luck", Token);
        var body = Base64(MessageSerializer.Write(new TagIssuesMessage(_id, _id)).ToString());
        _pipeline.PoisonQueues.Put(TagPoison, body);

        await _pipeline.CollectPoison.ProcessAsync(Token);

        var record = Assert.Single(await _pipeline.Storage.Poison.ListAsync(TagPoison, after: null, 10, Token));
        Assert.Equal(body, Encoding.UTF8.GetString(record.Body.Span));
        Assert.Equal("IOException: no luck", record.LastError);
        Assert.Equal(_id, record.ArticleId);
        Assert.Equal(0, _pipeline.PoisonQueues.Count);
        Assert.Empty(_pipeline.Storage.Poison.Errors);
        AssertFailed(FailedArticleMarker.TaggingFailed, "IOException: no luck");
    }

    [Theory]
    [InlineData(TagPoison, "tag-issues")]
    [InlineData(ParsePoison, "parse-article")]
    public async Task ProcessAsync_MessageThatWasInterruptedEachTime_IsPutBackOnce(string queue, string work)
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await _pipeline.ParseAsync(Name);
        var body = Base64((queue == TagPoison ? MessageSerializer.Write(new TagIssuesMessage(_id, _id)) : MessageSerializer.Write(new ParseArticleMessage(Name))).ToString());
        _pipeline.PoisonQueues.Put(queue, body);

        await _pipeline.CollectPoison.ProcessAsync(Token);

        var (sentTo, sent) = Assert.Single(_pipeline.Storage.Queues.Raw);
        Assert.Equal((work, body), (sentTo, sent.ToString()));
        Assert.Equal(0, _pipeline.PoisonQueues.Count);
        Assert.Empty(await _pipeline.Storage.Poison.ListAsync(queue, after: null, 10, Token));
        Assert.NotEqual(ArticleState.Failed, _pipeline.HeadOf(_id).State);

        // Another message of the same article has its own second time.
        var other = Base64(MessageSerializer.Write(new TagIssuesMessage(_id, _id) { Again = true }).ToString());
        _pipeline.PoisonQueues.Put(TagPoison, other);
        await _pipeline.CollectPoison.ProcessAsync(Token);
        Assert.Equal(other, _pipeline.Storage.Queues.Raw[^1].Body.ToString());

        _pipeline.PoisonQueues.Put(queue, body);
        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Equal(2, _pipeline.Storage.Queues.Raw.Count);
        Assert.StartsWith("No error was recorded", Assert.Single(await _pipeline.Storage.Poison.ListAsync(queue, after: null, 10, Token)).LastError, StringComparison.Ordinal);
        Assert.Single(_pipeline.Storage.Poison.Errors);
    }

    [Fact]
    public async Task ProcessAsync_CrashWhileItIsPutBack_DoesNotTakeItsSecondTime()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await _pipeline.ParseAsync(Name);
        _pipeline.PoisonQueues.Put(TagPoison, Base64(MessageSerializer.Write(new TagIssuesMessage(_id, _id)).ToString()));
        _pipeline.Storage.BeforeOperation = name => name == "Queues.Raw" ? throw new IOException("No storage.") : Task.CompletedTask;
        await Assert.ThrowsAsync<AggregateException>(() => _pipeline.CollectPoison.ProcessAsync(Token));
        _pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;

        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Single(_pipeline.Storage.Queues.Raw);
        Assert.NotEqual(ArticleState.Failed, _pipeline.HeadOf(_id).State);
    }

    [Fact]
    public async Task ProcessAsync_BlobWhoseTriggerWasInterruptedEachTime_IsAskedForOnce()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        _pipeline.PoisonQueues.Put(BlobPoison, """{"ContainerName":"articles","BlobName":"trade.txt"}""");

        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Equal(Name, Assert.Single(_pipeline.Storage.Queues.ParseArticle).BlobName);
        Assert.Empty(_pipeline.Storage.Articles.Heads);
    }

    [Theory]
    [InlineData(ParsePoison, """{"blobName":"trade.txt","version":1}""")]
    [InlineData(BlobPoison, """{"Type":"BlobTrigger","FunctionId":"f","BlobType":"BlockBlob","ContainerName":"articles","BlobName":"trade.txt","ETag":"\"0x1\""}""")]
    public async Task ProcessAsync_FileThatWasNeverParsed_Fails(string queue, string message)
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await FailAsync(queue, Base64(message));

        await _pipeline.CollectPoison.ProcessAsync(Token);

        AssertFailed(FailedArticleMarker.ParsingFailed, "IOException: no luck");
    }

    [Fact]
    public async Task ProcessAsync_FailedFileThatParsesLater_IsTagged()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await FailAsync(BlobPoison, """{"ContainerName":"articles","BlobName":"trade.txt"}""");
        await _pipeline.CollectPoison.ProcessAsync(Token);

        await _pipeline.ParseAsync(Name);
        await _pipeline.DrainAsync();

        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(_id).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_FailedFileThatIsRemoved_LeavesATombstone()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await FailAsync(BlobPoison, """{"ContainerName":"articles","BlobName":"trade.txt"}""");
        await _pipeline.CollectPoison.ProcessAsync(Token);
        _pipeline.Storage.Sources.Remove(Name);

        await _pipeline.ParseAsync(Name);
        await _pipeline.DrainAsync();

        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(_id).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_ArticleThatIsTaggedMeanwhile_StaysTagged()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        await FailAsync(TagPoison, Base64(MessageSerializer.Write(new TagIssuesMessage(_id, _id)).ToString()));

        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(_id).State);
        Assert.Single(await _pipeline.Storage.Poison.ListAsync(TagPoison, after: null, 10, Token));
    }

    [Fact]
    public async Task ProcessAsync_RemovalThatFailed_IsDoneAfterAll()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Remove(Name);
        await _pipeline.ParseAsync(Name);
        _pipeline.Storage.Queues.TagIssues.Clear();
        await FailAsync(TagPoison, Base64(MessageSerializer.Write(new TagIssuesMessage(_id, _id)).ToString()));

        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Equal(ArticleState.Deleted, _pipeline.HeadOf(_id).State);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_NewVersionThatCannotBeParsed_FailsTheArticleUntilOneCan()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        _pipeline.Storage.Sources.Put(Name, TestPipeline.ClimateText);
        await FailAsync(BlobPoison, """{"ContainerName":"articles","BlobName":"trade.txt"}""");

        await _pipeline.CollectPoison.ProcessAsync(Token);

        AssertFailed(FailedArticleMarker.ParsingFailed, "IOException: no luck");
        await _pipeline.ParseAsync(Name);
        await _pipeline.DrainAsync();
        Assert.Equal("Climate summit opens", _pipeline.HeadOf(_id).Title);
        _pipeline.AssertNothingLeftOver();
    }

    [Fact]
    public async Task ProcessAsync_VersionThatIsParsedMeanwhile_StaysTagged()
    {
        await _pipeline.DropAsync(Name, TestPipeline.TradeText);
        await FailAsync(BlobPoison, """{"ContainerName":"articles","BlobName":"trade.txt"}""");

        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Equal(ArticleState.Tagged, _pipeline.HeadOf(_id).State);
    }

    [Fact]
    public async Task ProcessAsync_MessageThatCannotBeCollected_StaysAndDoesNotKeepTheOthersBack()
    {
        _pipeline.Storage.Sources.Put(Name, TestPipeline.TradeText);
        await _pipeline.ParseAsync(Name);
        await _pipeline.Storage.Poison.RecordErrorAsync(TagPoison, _id, "IOException: no luck", Token);
        _pipeline.PoisonQueues.Put(TagPoison, Base64(MessageSerializer.Write(new TagIssuesMessage(_id, _id)).ToString()));
        _pipeline.PoisonQueues.Put(TagPoison, "not one of ours");
        _pipeline.Storage.BeforeOperation = name => name == "Articles.Begin" ? throw new IOException("No storage.") : Task.CompletedTask;

        await Assert.ThrowsAsync<AggregateException>(() => _pipeline.CollectPoison.ProcessAsync(Token));

        Assert.Equal(1, _pipeline.PoisonQueues.Count);
        _pipeline.Storage.BeforeOperation = _ => Task.CompletedTask;
        await _pipeline.CollectPoison.ProcessAsync(Token);
        Assert.Equal(0, _pipeline.PoisonQueues.Count);
        AssertFailed(FailedArticleMarker.TaggingFailed, "IOException: no luck");
    }

    [Theory]
    [InlineData(TagPoison, "not base64, not JSON")]
    [InlineData(TagPoison, "bm90IEpTT04=")]
    [InlineData(BlobPoison, """{"ContainerName":"other","BlobName":"trade.txt"}""")]
    [InlineData(ParsePoison, "")]
    public async Task ProcessAsync_MessageThatCannotBeRead_IsKeptByteForByte(string queue, string body)
    {
        _pipeline.PoisonQueues.Put(queue, body);

        await _pipeline.CollectPoison.ProcessAsync(Token);

        var record = Assert.Single(await _pipeline.Storage.Poison.ListAsync(queue, after: null, 10, Token));
        Assert.Equal(body, Encoding.UTF8.GetString(record.Body.Span));
        Assert.Null(record.ArticleId);
        Assert.Empty(_pipeline.Storage.Articles.Heads);
    }

    [Fact]
    public async Task ProcessAsync_HundredsOfMessages_AreAllTaken()
    {
        for (var i = 0; i < 100; i++)
        {
            _pipeline.PoisonQueues.Put(TagPoison, $"message {i}");
        }

        await _pipeline.CollectPoison.ProcessAsync(Token);

        Assert.Equal(0, _pipeline.PoisonQueues.Count);
    }

    private Task FailAsync(string queue, string body) => _pipeline.FailAsync(queue, _id, body);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private void AssertFailed(string reason, string detail)
    {
        var head = _pipeline.HeadOf(_id);
        Assert.Equal(ArticleState.Failed, head.State);
        Assert.Equal(reason, head.Reason);
        Assert.StartsWith(detail, head.Detail, StringComparison.Ordinal);
        _pipeline.AssertNothingLeftOver();
    }
}
