using Pipeline.Processing.Commands;
using Pipeline.Processing.Queries;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.Processing.Tests.Commands;

public sealed class PoisonCommandsTests
{
    private const string Tagging = "tag-issues-poison";
    private const string Blobs = "webjobs-blobtrigger-poison";

    private readonly TestPipeline _pipeline = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RequeueAsync_Message_GoesBackByteForByteAndIsKeptNoMore()
    {
        var body = BinaryData.FromString("\u00ffthis is no base64\r\n");
        var record = await KeepAsync(Tagging, body, minute: 1);

        var answer = await _pipeline.PoisonCommands.RequeueAsync(Tagging, record.Id, Token);

        Assert.Equal(1, answer.Value!.Messages);
        var (queue, sent) = Assert.Single(_pipeline.Storage.Queues.Raw);
        Assert.Equal("tag-issues", queue);
        Assert.Equal(body.ToArray(), sent.ToArray());
        Assert.Null(await _pipeline.Storage.Poison.FindAsync(Tagging, record.Id, Token));
    }

    [Fact]
    public async Task RequeueAsync_BlobTrigger_AsksForItsFile()
    {
        var record = await KeepAsync(Blobs, BinaryData.FromString("""{"Type":"BlobTrigger","ContainerName":"articles","BlobName":"a/b.txt","ETag":"\"0x1\""}"""), minute: 1);

        await _pipeline.PoisonCommands.RequeueAsync(Blobs, record.Id, Token);

        Assert.Equal([new ParseArticleMessage("a/b.txt")], _pipeline.Storage.Queues.ParseArticle);
    }

    [Fact]
    public async Task RequeueAsync_BlobTriggerThatCannotBeRead_IsRefusedAndKept()
    {
        var record = await KeepAsync(Blobs, BinaryData.FromString("{}"), minute: 1);

        var answer = await _pipeline.PoisonCommands.RequeueAsync(Blobs, record.Id, Token);

        Assert.Equal(QueryProblemKind.InvalidParameter, answer.Problem!.Kind);
        Assert.NotNull(await _pipeline.Storage.Poison.FindAsync(Blobs, record.Id, Token));
        Assert.Equal(0, (await _pipeline.PoisonCommands.RequeueAllAsync(Blobs, Token)).Value!.Messages);
    }

    [Fact]
    public async Task DropAsync_Message_IsKeptNoMoreAndGoesNowhere()
    {
        var record = await KeepAsync(Tagging, BinaryData.FromString("x"), minute: 1);

        Assert.Equal(1, (await _pipeline.PoisonCommands.DropAsync(Tagging, record.Id, Token)).Value!.Messages);

        Assert.Empty(_pipeline.Storage.Queues.Raw);
        Assert.Equal(QueryProblemKind.NotFound, (await _pipeline.PoisonCommands.DropAsync(Tagging, record.Id, Token)).Problem!.Kind);
    }

    [Theory]
    [InlineData("tag-issues", "1")]
    [InlineData("Articles", "1")]
    [InlineData("error", "1")]
    public async Task RequeueAsync_NoPoisonQueue_IsRefused(string queue, string id) =>
        Assert.Equal(QueryProblemKind.InvalidParameter, (await _pipeline.PoisonCommands.RequeueAsync(queue, id, Token)).Problem!.Kind);

    [Fact]
    public async Task ListAsync_PageByPage_HasEachOnceNewestFirst()
    {
        for (var minute = 0; minute < 5; minute++)
        {
            await KeepAsync(Tagging, BinaryData.FromString("x"), minute);
            await KeepAsync(Blobs, BinaryData.FromString("x"), minute);
        }

        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await _pipeline.PoisonCommands.ListAsync(queue: null, cursor, "3", Token)).Value!;
            listed.AddRange(page.Items.Select(item => $"{item.Queue} {item.InsertedOn.Minute}"));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal([.. Enumerable.Range(0, 5).Reverse().Select(minute => $"{Tagging} {minute}"), .. Enumerable.Range(0, 5).Reverse().Select(minute => $"{Blobs} {minute}")], listed);
    }

    [Theory]
    [InlineData("x", null)]
    [InlineData("tag-issues-poison.", null)]
    [InlineData("tag-issues-poison.1' or '1'='1", null)]
    [InlineData("tag-issues-poison.1", Blobs)]
    public async Task ListAsync_CursorOfAnotherListing_IsRefused(string cursor, string? queue) =>
        Assert.Equal(QueryProblemKind.InvalidCursor, (await _pipeline.PoisonCommands.ListAsync(queue, cursor, null, Token)).Problem!.Kind);

    [Fact]
    public async Task RequeueAllAsync_OneQueue_LeavesTheOthers()
    {
        await KeepAsync(Tagging, BinaryData.FromString("x"), minute: 1);
        await KeepAsync(Tagging, BinaryData.FromString("y"), minute: 2);
        await KeepAsync(Blobs, BinaryData.FromString("z"), minute: 3);

        var answer = await _pipeline.PoisonCommands.RequeueAllAsync(Tagging, Token);

        Assert.Equal((2, false), (answer.Value!.Messages, answer.Value.More));
        Assert.Equal(2, _pipeline.Storage.Queues.Raw.Count);
        Assert.Single(await _pipeline.Storage.Poison.ListAsync(Blobs, after: null, 10, Token));
    }

    [Fact]
    public async Task RequeueAllAsync_MoreThanOneCommandTakes_SaysSoAndTakesTheRestNextTime()
    {
        await Task.WhenAll(Enumerable.Range(0, PoisonCommands.MaxMessages + 1).Select(minute => KeepAsync(Tagging, BinaryData.FromString("x"), minute)));

        var first = (await _pipeline.PoisonCommands.RequeueAllAsync(Tagging, Token)).Value!;
        var second = (await _pipeline.PoisonCommands.RequeueAllAsync(Tagging, Token)).Value!;

        Assert.Equal((PoisonCommands.MaxMessages, true), (first.Messages, first.More));
        Assert.Equal((1, false), (second.Messages, second.More));
        Assert.Equal(PoisonCommands.MaxMessages + 1, _pipeline.Storage.Queues.Raw.Count);
    }

    [Fact]
    public async Task RequeueAllAsync_MessagesThatCannotGoBackFirst_ReachesTheOthers()
    {
        await KeepAsync(Blobs, BinaryData.FromString("""{"Type":"BlobTrigger","ContainerName":"articles","BlobName":"a.txt","ETag":"\"0x1\""}"""), minute: 0);
        await Task.WhenAll(Enumerable.Range(1, PoisonCommands.MaxMessages + 1).Select(minute => KeepAsync(Blobs, BinaryData.FromString("{}"), minute)));

        var answer = (await _pipeline.PoisonCommands.RequeueAllAsync(Blobs, Token)).Value!;

        Assert.Equal((1, false), (answer.Messages, answer.More));
        Assert.Equal([new ParseArticleMessage("a.txt")], _pipeline.Storage.Queues.ParseArticle);
    }

    [Fact]
    public async Task RequeueAllAsync_TooManyThatCannotGoBack_EndsAndSaysThatThereAreMore()
    {
        await KeepAsync(Blobs, BinaryData.FromString("""{"Type":"BlobTrigger","ContainerName":"articles","BlobName":"a.txt","ETag":"\"0x1\""}"""), minute: 0);
        await Task.WhenAll(Enumerable.Range(1, 10 * PoisonCommands.MaxMessages).Select(minute => KeepAsync(Blobs, BinaryData.FromString("{}"), minute)));

        var answer = (await _pipeline.PoisonCommands.RequeueAllAsync(Blobs, Token)).Value!;

        Assert.Equal((0, true), (answer.Messages, answer.More));
        Assert.Empty(_pipeline.Storage.Queues.ParseArticle);
    }

    private async Task<PoisonRecord> KeepAsync(string queue, BinaryData body, int minute)
    {
        var record = new PoisonRecord
        {
            Queue = queue,
            MessageId = Base32Id(minute),
            InsertedOn = new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(minute),
            Body = body.ToMemory(),
        };
        await _pipeline.Storage.Poison.SaveAsync(record, Token);
        return record;
    }

    private static string Base32Id(int number) => ArticleIds.ForFile($"{number}");
}
