using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Messages;
using Xunit;

namespace Pipeline.EndToEnd.Tests;

public sealed class CommandTests(CommandsPipeline pipeline) : IClassFixture<CommandsPipeline>
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delete_Article_RemovesItsFileAndEveryRow()
    {
        var id = await DropAsync("storm.txt", Texts.Storm);

        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(HttpMethod.Delete, $"articles/{id}")).Status);
        await pipeline.WaitAsync($"summaries/{id}", (status, _) => status == HttpStatusCode.Gone);

        Assert.False(await pipeline.BlobOf($"{_folder}/storm.txt").ExistsAsync(Token));
        await WaitForRowsAsync(id, 0);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(HttpMethod.Delete, $"articles/{id}")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await SendAsync(HttpMethod.Post, $"articles/{id}/restore")).Status);
    }

    [Fact]
    public async Task Delete_OneOfAFileOfSeveral_StaysAwayUntilItIsRestored()
    {
        var (first, second) = await DropSeveralAsync("once");

        await SendAsync(HttpMethod.Delete, $"articles/{first}");
        await pipeline.WaitAsync($"summaries/{first}", (status, _) => status == HttpStatusCode.Gone);
        await WaitForRowsAsync(first, 0);

        // A new version of the file does not bring it back.
        await DropSeveralAsync("twice");
        await pipeline.WaitAsync($"articles/{second}/text", (_, body) => ((string?)body["text"])?.Contains("twice", StringComparison.Ordinal) == true);
        Assert.Equal(HttpStatusCode.Gone, (await pipeline.GetAsync($"summaries/{first}")).Status);

        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(HttpMethod.Post, $"articles/{first}/restore")).Status);
        await pipeline.WaitForSummaryAsync(first);
    }

    [Fact]
    public async Task Reprocess_Failed_IsServedOnceTheCauseIsGone()
    {
        var id = await DropAsync("storm.txt", Texts.Storm);
        var blob = await BreakAsync(id);
        var status = await pipeline.WaitAsync("status", (_, body) => body["poison"]!.AsArray().Any(message => (string?)message!["articleId"] == id));
        var message = status["poison"]!.AsArray().First(message => (string?)message!["articleId"] == id)!;
        Assert.Contains(status["poisonKept"]!.AsArray(), queue => (string?)queue!["queue"] == "tag-issues-poison" && (int)queue["messages"]! >= 1);
        await blob.UploadAsync(await ParsedAsync(id), overwrite: true, Token);

        var requeued = await SendAsync(HttpMethod.Post, $"poison/{message["queue"]}/{message["id"]}/requeue");

        Assert.Equal((HttpStatusCode.OK, 1), (requeued.Status, (int)requeued.Body!["messages"]!));
        await pipeline.WaitForSummaryAsync(id);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, $"poison/{message["queue"]}/{message["id"]}")).Status);
    }

    [Fact]
    public async Task Reprocess_All_IsCarriedOutAndTold()
    {
        var id = await DropAsync("storm.txt", Texts.Storm);
        var rev = (await HeadAsync(id)).Rev;

        var order = await SendAsync(HttpMethod.Post, "reprocess");
        Assert.Equal(HttpStatusCode.Accepted, order.Status);
        await pipeline.WaitAsync("status", (_, body) => body["reprocess"]?["ended"] is not null && (string?)body["reprocess"]!["id"] == (string?)order.Body!["id"]);

        for (var i = 0; i < 200 && (await HeadAsync(id)).Rev == rev; i++)
        {
            await Task.Delay(50, Token);
        }

        Assert.True((await HeadAsync(id)).Rev > rev);
        await pipeline.WaitForSummaryAsync(id);
    }

    [Fact]
    public async Task Reconcile_RowsLostAndLeftOver_RepairsThem()
    {
        var id = await DropAsync("storm.txt", Texts.Storm);
        var rows = await RowsOfAsync(id);
        var table = pipeline.Storage.Tables.GetTableClient(TableNames.IndexOf(1));
        await table.DeleteEntityAsync(rows[0].PartitionKey, rows[0].RowKey, cancellationToken: Token);
        var orphan = rows[1].RowKey.Replace(id, ArticleIds.ForFile("never.txt"), StringComparison.Ordinal);
        await table.AddEntityAsync(new TableEntity(rows[1].PartitionKey, orphan) { ["Rev"] = 1 }, Token);
        await Task.Delay(TimeSpan.FromSeconds(1.5), Token);

        var findings = new List<string>();
        for (var run = 0; run < 50 && !(findings.Contains("MissingRow") && findings.Contains("OrphanRow")); run++)
        {
            var answer = await SendAsync(HttpMethod.Post, "reconcile");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            findings = [.. answer.Body!["pass"]!["repaired"]!.AsArray().Select(repaired => (string)repaired!["finding"]!)];
        }

        await WaitForRowsAsync(id, rows.Count);
        Assert.Equal(rows.Select(row => row.RowKey).Order(), (await RowsOfAsync(id)).Select(row => row.RowKey).Order());
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>(rows[1].PartitionKey, orphan, cancellationToken: Token)).HasValue);
    }

    private async Task<string> DropAsync(string name, string text)
    {
        var id = await pipeline.DropAsync($"{_folder}/{name}", text);
        await pipeline.WaitForSummaryAsync(id);
        return id;
    }

    private async Task<(string First, string Second)> DropSeveralAsync(string word)
    {
        var lines = new[] { 1, 2 }.Select(item => $$"""{"id":"{{item}}","title":"Rates held","text":"The central bank held interest rates for the time being, as it has {{word}} before, its governor number {{item}} said."}""");
        var file = await pipeline.DropAsync($"{_folder}/several.jsonl", string.Join('\n', lines));
        var (first, second) = (ArticleIds.ForItem(file, "1"), ArticleIds.ForItem(file, "2"));
        await pipeline.WaitForSummaryAsync(second);
        await pipeline.WaitAsync($"summaries/{first}", (status, _) => status is HttpStatusCode.OK or HttpStatusCode.Gone);
        return (first, second);
    }

    /// <summary>Puts something in the place of an article's parsed blob that cannot be read, and asks for the article.</summary>
    private async Task<Azure.Storage.Blobs.BlobClient> BreakAsync(string id)
    {
        var files = new Pipeline.Storage.Files.FileStore(pipeline.Storage);
        var row = await files.ReadAsync(id, Token);
        const string Broken = "brokenbrokenbrok";
        var blob = pipeline.Storage.Blobs.GetBlobContainerClient(ContainerNames.Parsed).GetBlobClient($"{id}/{Broken}.json");
        await blob.UploadAsync(BinaryData.FromString("{ not json"), overwrite: true, Token);
        await files.TryWriteAsync(row!.Value with { Version = Broken }, row, Token);
        await new PipelineQueues(pipeline.Storage).SendAsync(new TagIssuesMessage(id, id), TimeSpan.Zero, Token);
        return blob;
    }

    /// <summary>Reads the parsed article that is not broken.</summary>
    private async Task<BinaryData> ParsedAsync(string id)
    {
        var container = pipeline.Storage.Blobs.GetBlobContainerClient(ContainerNames.Parsed);
        await foreach (var blob in container.GetBlobsAsync(new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = $"{id}/" }, Token))
        {
            if (!blob.Name.Contains("tags", StringComparison.Ordinal) && !blob.Name.Contains("broken", StringComparison.Ordinal))
            {
                return (await container.GetBlobClient(blob.Name).DownloadContentAsync(Token)).Value.Content;
            }
        }

        throw new InvalidOperationException("There is no parsed article.");
    }

    private async Task<ArticleHead> HeadAsync(string id) => (await new ArticleStore(pipeline.Storage).ReadHeadAsync(id, Token))!;

    private async Task<List<TableEntity>> RowsOfAsync(string id)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in pipeline.Storage.Tables.GetTableClient(TableNames.IndexOf(1)).QueryAsync<TableEntity>(cancellationToken: Token))
        {
            if (row.RowKey.EndsWith(id, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>Waits for the rows of an article's listings, which come before its head and go after it.</summary>
    private async Task WaitForRowsAsync(string id, int count)
    {
        for (var i = 0; i < 200 && (await RowsOfAsync(id)).Count != count; i++)
        {
            await Task.Delay(50, Token);
        }

        Assert.Equal(count, (await RowsOfAsync(id)).Count);
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        using var response = await pipeline.Http.SendAsync(request, Token);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonNode>(Token));
    }
}
