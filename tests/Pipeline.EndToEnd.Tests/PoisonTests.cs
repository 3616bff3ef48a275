using System.Net;
using Pipeline.Storage;
using Pipeline.Storage.Messages;
using Xunit;

namespace Pipeline.EndToEnd.Tests;

public sealed class PoisonTests(RunningPipeline pipeline)
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Poison_MessageThatFailsEachTime_ShowsInTheStatusAndFailsItsArticle()
    {
        var id = await pipeline.DropAsync($"{_folder}/storm.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);

        // Storage that breaks under the pipeline: a newer version of the file whose parsed article cannot be read back.
        var files = new Pipeline.Storage.Files.FileStore(pipeline.Storage);
        var row = await files.ReadAsync(id, Token);
        const string broken = "brokenbrokenbrok";
        await pipeline.Storage.Blobs.GetBlobContainerClient(ContainerNames.Parsed)
            .UploadBlobAsync($"{id}/{broken}.json", BinaryData.FromString("{ not json"), Token);
        await files.TryWriteAsync(row!.Value with { Version = broken }, row, Token);
        await new PipelineQueues(pipeline.Storage).SendAsync(new TagIssuesMessage(id, id), TimeSpan.Zero, Token);

        var problem = await pipeline.WaitAsync($"summaries/{id}", (status, _) => status == HttpStatusCode.ServiceUnavailable);
        await pipeline.WaitAsync("status", (_, body) =>
            body["poison"]!.AsArray().Any(message => (string?)message!["articleId"] == id) && (long)body["articles"]!["failed"]! >= 1);

        Assert.Equal("tagging-failed", (string?)problem["reason"]);
        Assert.Contains("JsonException", (string?)problem["detail"], StringComparison.Ordinal);

        // Dropping the file again heals it.
        await pipeline.DropAsync($"{_folder}/storm.txt", Texts.Budget);
        await pipeline.WaitAsync($"summaries/{id}", (code, body) => code == HttpStatusCode.OK && (string?)body["title"] == "Parliament passes the budget");
    }

    [Theory]
    [InlineData("this is not base64!")]
    [InlineData("bm90IGpzb24=")]
    public async Task Poison_MessageThatCannotBeRead_IsKeptByteForByte(string body)
    {
        var sent = await pipeline.Storage.RawQueues.GetQueueClient(QueueNames.TagIssues).SendMessageAsync(body, Token);

        await pipeline.WaitAsync("status", (_, status) => status["poison"]!.AsArray().Any(message =>
            (string?)message!["queue"] == "tag-issues-poison" && message["articleId"] is null));

        var poison = new Pipeline.Storage.Poison.PoisonStore(pipeline.Storage, TimeProvider.System);
        var bodies = new List<string>();
        for (var i = 0; i < 100 && !bodies.Contains(body); i++)
        {
            await Task.Delay(100, Token);
            bodies = [.. (await poison.ListAsync("tag-issues-poison", after: null, 100, Token)).Select(record => System.Text.Encoding.UTF8.GetString(record.Body.Span))];
        }

        Assert.Contains(body, bodies);
        Assert.NotNull(sent.Value.MessageId);
    }

    [Fact]
    public async Task Status_OfAnIdlePipeline_HasEveryQueue()
    {
        var (_, _, status) = await pipeline.GetAsync("status");

        Assert.Equal(["parse-article", "tag-issues"], status["queues"]!.AsArray().Select(queue => (string)queue!["queue"]!));
        Assert.Equal(
            ["parse-article-poison", "tag-issues-poison", "webjobs-blobtrigger-poison"],
            status["poisonQueues"]!.AsArray().Select(queue => (string)queue!["queue"]!));
    }
}
