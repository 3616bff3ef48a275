using System.Net;
using System.Text.Json.Nodes;
using Pipeline.Storage;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Requests;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Contract;

/// <summary>The routes that change something, against the running app: each answer is as described. On a pipeline of their own.</summary>
public sealed class CommandContractTests(CommandsPipeline pipeline) : IClassFixture<CommandsPipeline>
{
    private const int OddRequestCount = 600;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_OfEveryCommand_AreAsDescribed()
    {
        var description = await ApiDescription.ReadAsync(pipeline.Http, Token);
        var id = await pipeline.DropAsync("contract/storm.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);
        var never = ArticleIds.ForFile("never.txt");
        var poison = await PoisonAsync();
        (string Method, string Path, string Target, HttpStatusCode Status)[] cases =
        [
            ("post", "/articles/{articleId}/reprocess", $"articles/{id}/reprocess", HttpStatusCode.Accepted),
            ("post", "/articles/{articleId}/reprocess", $"articles/{never}/reprocess", HttpStatusCode.NotFound),
            ("post", "/articles/{articleId}/restore", $"articles/{id}/restore", HttpStatusCode.Accepted),
            ("post", "/reprocess", "reprocess?issue=trade", HttpStatusCode.Accepted),
            ("post", "/reprocess", "reprocess?state=failed&issue=trade", HttpStatusCode.BadRequest),
            ("post", "/reconcile", "reconcile", HttpStatusCode.OK),
            ("post", "/poison/{queue}/{id}/requeue", $"poison/tag-issues-poison/{poison}/requeue", HttpStatusCode.OK),
            ("post", "/poison/{queue}/{id}/requeue", $"poison/tag-issues-poison/{poison}/requeue", HttpStatusCode.NotFound),
            ("delete", "/poison/{queue}/{id}", "poison/tag-issues-poison/1", HttpStatusCode.NotFound),
            ("delete", "/poison/{queue}/{id}", "poison/tag-issues/1", HttpStatusCode.BadRequest),
            ("post", "/poison/requeue", "poison/requeue?queue=tag-issues-poison", HttpStatusCode.OK),
            ("delete", "/poison", "poison", HttpStatusCode.OK),
            ("post", "/uploads", "uploads?name=contract/storm.txt", HttpStatusCode.OK),
            ("post", "/uploads", "uploads", HttpStatusCode.BadRequest),
            ("post", "/uploads", $"uploads?name={new string('n', 1_025)}", HttpStatusCode.BadRequest),
            ("delete", "/articles/{articleId}", $"articles/{id}", HttpStatusCode.Accepted),
            ("delete", "/articles/{articleId}", $"articles/{never}", HttpStatusCode.NotFound),
        ];

        foreach (var (method, path, target, status) in cases)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(target, UriKind.Relative));
            using var response = await pipeline.Http.SendAsync(request, Token);
            Assert.Equal((target, status, ""), (target, response.StatusCode, await description.WhatDiffersAsync(path, method, response, Token)));
        }

        Assert.Equal(
            description.Operations.Where(operation => operation.Method is not ("get" or "head")).Select(operation => $"{operation.Method} {operation.Path}").Where(command => command != "delete /reprocess").Order(),
            cases.Select(one => $"{one.Method} {one.Path}").Distinct().Order());
    }

    [Fact]
    public async Task CancelReprocess_WhateverIsUnderWay_AnswersAsDescribed()
    {
        var description = await ApiDescription.ReadAsync(pipeline.Http, Token);
        using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri("reprocess", UriKind.Relative));
        using var response = await pipeline.Http.SendAsync(request, Token);

        Assert.Equal("", await description.WhatDiffersAsync("/reprocess", "delete", response, Token));
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{response.StatusCode}");
    }

    [Fact]
    public async Task Answers_ToOddRequests_AreNever500AndErrorsAreDocumentedProblems()
    {
        var id = await pipeline.DropAsync("odd-requests/storm.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);
        var description = JsonNode.Parse(await pipeline.Http.GetStringAsync(new Uri("openapi.json", UriKind.Relative), Token))!;
        var known = new Dictionary<string, string[]> { ["articleId"] = [id], ["issue"] = ["hurricanes"], ["date"] = ["2024-06-03"], ["queue"] = [.. QueueNames.Poison] };
        var requests = new OddRequests(description, known, seed: 1);
        var rules = new AnswerRules(description);

        var wrong = new List<string>();
        for (var number = 0; number < OddRequestCount; number++)
        {
            var request = requests.Make(number);
            var response = await request.SendAsync(pipeline.Host.Address, Token);
            if (rules.WhatIsWrong(request, response) is { } what)
            {
                wrong.Add($"{number}: {what} | {request}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Leaves a message that cannot be read, and waits until it is kept.</summary>
    private async Task<string> PoisonAsync()
    {
        await pipeline.Storage.RawQueues.GetQueueClient(QueueNames.TagIssues).SendMessageAsync("no base64!", Token);
        var listed = await pipeline.WaitAsync("poison", (_, body) => body["items"]!.AsArray().Count > 0);
        return (string)listed["items"]![0]!["id"]!;
    }
}
