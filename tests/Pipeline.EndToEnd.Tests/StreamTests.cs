using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Xunit;

namespace Pipeline.EndToEnd.Tests;

public sealed class StreamTests(RunningPipeline pipeline)
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_ArticlesThatComeWhileItListensAndBetween_AreAllGivenAndTheAnswersEnd()
    {
        var first = await pipeline.DropAsync($"{_folder}/first.txt", Texts.Storm);
        var seen = new HashSet<string>();
        string? last = null;
        for (var answers = 0; !seen.Contains(first); answers++)
        {
            Assert.InRange(answers, 0, 20);
            last = await ListenAsync("summaries/stream?issue=hurricanes", last, seen) ?? last;
            await pipeline.DropAsync($"{_folder}/first.txt", Texts.Storm + $"\n\nUpdate {answers}.");
        }

        // Nobody listens while this one comes.
        var second = await pipeline.DropAsync($"{_folder}/second.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(second);
        Assert.NotNull(last);
        await ListenAsync("summaries/stream?issue=hurricanes", last, seen);

        Assert.Contains(second, seen);
    }

    [Fact]
    public async Task Follow_WhatIsWrong_IsAProblem()
    {
        var (status, mediaType, problem) = await pipeline.GetAsync("summaries/stream?issue=nonsense");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("application/problem+json", mediaType);
        Assert.Equal("urn:news-issue-pipeline:problem:invalid-parameter", (string?)problem["type"]);
    }

    /// <summary>Listens until the answer ends.</summary>
    /// <returns>The id of the last event; null where there was none.</returns>
    private async Task<string?> ListenAsync(string path, string? last, HashSet<string> seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        using var response = await pipeline.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        string? id = null;
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(Token)).EnumerateAsync(Token))
        {
            Assert.Equal("summary", item.EventType);
            id = item.EventId;
            seen.Add((string)JsonNode.Parse(item.Data)!["id"]!);
        }

        return id;
    }
}
