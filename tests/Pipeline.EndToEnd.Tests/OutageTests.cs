using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalHost.Azurite;
using Pipeline.Storage;
using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.EndToEnd.Tests;

public sealed class OutageTests(RunningPipeline pipeline)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outage_StorageThatComesBack_LosesNothing()
    {
        _ = pipeline.Http; // Skips where the emulator cannot run.
        var folder = Directory.CreateTempSubdirectory("pipeline-outage-");
        try
        {
            var options = new AzuriteOptions { BlobPort = 0, QueuePort = 0, TablePort = 0, DataFolder = folder.FullName };
            var server = await AzuriteServer.StartOrFindAsync(options, cancellationToken: Token);
            await using var host = await RunningPipeline.StartHostAsync(server.ConnectionString);
            using var http = RunningPipeline.ClientOf(host);
            await DropAsync(server, "before.txt", Texts.Storm);
            await RunningPipeline.WaitAsync(http, $"summaries/{ArticleIds.ForFile("before.txt")}", (status, _) => status == HttpStatusCode.OK);

            // Dropped, and away before it can be done.
            for (var i = 0; i < 20; i++)
            {
                await DropAsync(server, $"during-{i}.txt", Texts.Dated(new DateOnly(2024, 1, 1).AddDays(i), i));
            }

            await server.DisposeAsync();
            await Task.Delay(TimeSpan.FromSeconds(2), Token);
            await using var back = await AzuriteServer.StartOrFindAsync(
                options with { BlobPort = server.BlobPort, QueuePort = server.QueuePort, TablePort = server.TablePort }, cancellationToken: Token);
            await DropAsync(back, "after.txt", Texts.Budget);

            foreach (var name in (string[])["before.txt", .. Enumerable.Range(0, 20).Select(i => $"during-{i}.txt"), "after.txt"])
            {
                await RunningPipeline.WaitAsync(http, $"summaries/{ArticleIds.ForFile(name)}", (status, _) => status == HttpStatusCode.OK);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Outage_StorageThatIsAway_IsAProblemThatSaysWhenToAskAgain()
    {
        _ = pipeline.Http; // Skips where the emulator cannot run.
        var server = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: Token);
        await using var host = await RunningPipeline.StartHostAsync(server.ConnectionString);
        using var http = RunningPipeline.ClientOf(host);
        await server.DisposeAsync();

        var id = ArticleIds.ForFile("any.txt");
        string[] paths = [$"summaries/{id}", "summaries", $"articles/{id}", $"articles/{id}/text", "issues", "status"];
        foreach (var answer in await Task.WhenAll(paths.Select(path => http.GetAsync(new Uri(path, UriKind.Relative), Token))))
        {
            using (answer)
            {
                var problem = await answer.Content.ReadFromJsonAsync<JsonNode>(Token);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                Assert.Equal("urn:news-issue-pipeline:problem:storage-unavailable", (string?)problem!["type"]);
                Assert.NotNull(answer.Headers.RetryAfter?.Delta);
            }
        }
    }

    private static async Task DropAsync(AzuriteServer server, string name, string text)
    {
        var articles = ArticleStorageClients.FromConnectionString(server.ConnectionString).Blobs.GetBlobContainerClient(ContainerNames.Articles);
        await articles.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Token);
    }
}
