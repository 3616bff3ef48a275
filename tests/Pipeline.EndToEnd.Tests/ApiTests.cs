using System.Net;
using System.Text.Json.Nodes;
using Pipeline.LocalHost.Azurite;
using Pipeline.Storage;
using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.EndToEnd.Tests;

public sealed class ApiTests(RunningPipeline pipeline)
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task List_PageByPage_ShowsEachArticleOfTheRangeOnceNewestFirst()
    {
        var first = new DateOnly(1951, 12, 20);
        var ids = new List<string>();
        for (var day = 0; day < 25; day++)
        {
            ids.Add(await pipeline.DropAsync($"{_folder}/{day}.txt", Texts.Dated(first.AddDays(day), day)));
        }

        foreach (var id in ids)
        {
            await pipeline.WaitForSummaryAsync(id);
        }

        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var next = cursor is null ? "" : $"&cursor={cursor}";
            var (_, _, page) = await pipeline.GetAsync($"summaries?from=1951-12-21&to=1952-01-12&issue=vaccines&limit=4{next}");
            listed.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        Assert.Equal(ids[1..24].AsEnumerable().Reverse(), listed);
    }

    [Fact]
    public async Task GetDigest_OfAnIssueOfDaysAndOfADay_QuotesTheArticlesOfTheRange()
    {
        var first = new DateOnly(1961, 3, 1);
        var ids = new List<string>();
        for (var day = 0; day < 3; day++)
        {
            ids.Add(await pipeline.DropAsync($"{_folder}/{day}.txt", Texts.Dated(first.AddDays(day), day)));
        }

        foreach (var id in ids)
        {
            await pipeline.WaitForSummaryAsync(id);
        }

        var (status, _, issue) = await pipeline.GetAsync("issues/vaccines/summary?from=1961-03-01&to=1961-03-02&sentences=4");
        var (_, _, days) = await pipeline.GetAsync("digest?from=1961-03-01&to=1961-03-02&sentences=4");
        var (_, _, day3) = await pipeline.GetAsync("digest/1961-03-03");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, (int)issue["articles"]!);
        Assert.NotEmpty(issue["sentences"]!.AsArray());
        Assert.All(issue["sentences"]!.AsArray(), sentence => Assert.Contains((string)sentence!["article"]!, ids[..2]));
        Assert.Equal(2, (int)days["articles"]!);
        Assert.InRange(days["sentences"]!.AsArray().Count, 1, 4);
        Assert.All(days["sentences"]!.AsArray(), sentence => Assert.Contains((string)sentence!["article"]!, ids[..2]));
        Assert.Equal(1, (int)day3["articles"]!);
        Assert.Contains(day3["issues"]!.AsArray(), leading => (string)leading!["issue"]!["id"]! == "vaccines");
        Assert.All(day3["sentences"]!.AsArray(), sentence => Assert.Equal(ids[2], (string)sentence!["article"]!));
    }

    [Fact]
    public async Task GetSummary_Explain_GivesTheFeaturesOfEachSentence()
    {
        var id = await pipeline.DropAsync($"{_folder}/explained.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);

        var (_, _, summary) = await pipeline.GetAsync($"summaries/{id}?sentences=2&explain=true");

        Assert.All(summary["summary"]!.AsArray(), sentence => Assert.NotEmpty(sentence!["features"]!.AsObject()));
    }

    [Theory]
    [InlineData("issues/vaccines/summary?sentences=0", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("issues/vaccines/summary?from=1961-03-32", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("issues/vaccines/summary?words=7", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("issues/nonsense/summary", HttpStatusCode.NotFound, "not-found")]
    [InlineData("digest?from=1961-03-02&to=1961-03-01", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("digest?sentences=0", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("digest/today", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("digest/1961-03-01?sentences=1e9", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("summaries/aaaaaaaaaaaaaaaaaaaaaaaaaa?explain=maybe", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("summaries/aaaaaaaaaaaaaaaaaaaaaaaaaa", HttpStatusCode.NotFound, "not-found")]
    [InlineData("summaries/what-is-this", HttpStatusCode.NotFound, "not-found")]
    [InlineData("articles/aaaaaaaaaaaaaaaaaaaaaaaaaa/tags", HttpStatusCode.NotFound, "not-found")]
    [InlineData("summaries?cursor=abc", HttpStatusCode.BadRequest, "invalid-cursor")]
    [InlineData("summaries?date=2024-13-01", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("summaries?date=today", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("summaries?from=2024-01-02&to=2024-01-01", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("summaries?issue=nonsense", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("summaries?limit=1000", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("summaries?isue=trade", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("summaries?date=2024-01-01&date=2024-01-02", HttpStatusCode.BadRequest, "invalid-parameter")]
    public async Task Get_WhatIsWrong_IsAProblemWithAType(string path, HttpStatusCode expected, string type)
    {
        var (status, mediaType, problem) = await pipeline.GetAsync(path);

        Assert.Equal(expected, status);
        Assert.Equal("application/problem+json", mediaType);
        Assert.Equal($"urn:news-issue-pipeline:problem:{type}", (string?)problem["type"]);
        Assert.Equal((int)expected, (int?)problem["status"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["detail"]));
    }

    [Fact]
    public async Task Get_ArticleThatCannotBeReadBack_IsAProblemToo()
    {
        var id = await pipeline.DropAsync($"{_folder}/storm.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);
        var (_, _, article) = await pipeline.GetAsync($"articles/{id}");
        await pipeline.Storage.Blobs.GetBlobContainerClient(ContainerNames.Parsed).GetBlobClient($"{id}/{article["version"]}.json")
            .UploadAsync(BinaryData.FromString("{ not json"), overwrite: true, TestContext.Current.CancellationToken);

        var (status, mediaType, problem) = await pipeline.GetAsync($"articles/{id}/text");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("application/problem+json", mediaType);
        Assert.Equal("urn:news-issue-pipeline:problem:unexpected", (string?)problem["type"]);
    }

    [Fact]
    public async Task Get_ArticleThatIsPending_IsAcceptedWithATimeToAskAgain()
    {
        await using var server = await AzuriteServer.StartOrFindAsync(
            AzuriteOptions.Temporary, cancellationToken: TestContext.Current.CancellationToken);
        await using var host = await RunningPipeline.StartHostAsync(server.ConnectionString, ("AzureWebJobs.TagIssuesFunction.Disabled", "true"));
        using var http = RunningPipeline.ClientOf(host);
        var storage = ArticleStorageClients.FromConnectionString(server.ConnectionString);
        await storage.Blobs.GetBlobContainerClient("articles").UploadBlobAsync("a.txt", BinaryData.FromString(Texts.Storm), TestContext.Current.CancellationToken);
        var id = ArticleIds.ForFile("a.txt");

        foreach (var path in (string[])[$"summaries/{id}", $"articles/{id}", $"articles/{id}/text", $"articles/{id}/faq", $"articles/{id}/tags"])
        {
            var body = await RunningPipeline.WaitAsync(http, path, (status, _) => status == HttpStatusCode.Accepted);
            Assert.Equal("pending", (string?)body["state"]);
        }

        using var response = await http.GetAsync(new Uri($"summaries/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task GetIssues_AfterADrop_CountsTheArticle()
    {
        var before = await CountAsync("hurricanes");
        var id = await pipeline.DropAsync($"{_folder}/storm.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);

        // Counted within a few seconds, not at once.
        await RunningPipeline.WaitAsync(pipeline.Http, "issues", (_, body) => Count(body, "hurricanes") > before);
    }

    [Fact]
    public void Functions_OfTheApp_AreAllFoundAndOnlyTheEventGridOneIsDisabled()
    {
        var functions = pipeline.Host.Functions;

        Assert.Equal(49, functions.Count);
        Assert.Equal(["ParseArticleOnBlobEventFunction"], functions.Where(function => function.IsDisabled).Select(function => function.Name));
    }

    private async Task<long> CountAsync(string issue)
    {
        var (_, _, body) = await pipeline.GetAsync("issues");
        return Count(body, issue);
    }

    private static long Count(JsonNode body, string issue) =>
        (long)body["issues"]!.AsArray().Single(item => (string?)item!["id"] == issue)!["articles"]!;
}
