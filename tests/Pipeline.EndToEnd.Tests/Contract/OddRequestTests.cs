using System.Text.Json.Nodes;
using Pipeline.Testing.Requests;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Contract;

/// <summary>Odd requests to every route. More of them: <c>Pipeline.Benchmarks -- odd-requests</c>.</summary>
public sealed class OddRequestTests(RunningPipeline pipeline)
{
    private const int Count = 600;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_ToOddRequests_AreNever500AndErrorsAreDocumentedProblems()
    {
        var id = await pipeline.DropAsync("odd-requests/storm.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);
        var description = JsonNode.Parse(await pipeline.Http.GetStringAsync(new Uri("openapi.json", UriKind.Relative), Token))!;
        var requests = new OddRequests(description, new Dictionary<string, string[]> { ["articleId"] = [id], ["issue"] = ["hurricanes"], ["date"] = ["2024-06-03"] }, seed: 1);
        var rules = new AnswerRules(description);

        var wrong = new List<string>();
        for (var number = 0; number < Count; number++)
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
}
