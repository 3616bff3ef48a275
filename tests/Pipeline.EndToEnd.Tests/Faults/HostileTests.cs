using System.Diagnostics;
using System.Net;
using Pipeline.Testing.Hostile;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Faults;

/// <summary>Files and clients that mean harm: others are served all the same.</summary>
public sealed class HostileTests(HostilePipeline pipeline) : IClassFixture<HostilePipeline>
{
    private const int GoodFiles = 10;
    private const int HostileBytes = 20_000;

    // What each of the hostile files shows by itself in the parser's tests.
    private static readonly string[] Ends = ["tagged", "rejected malformed", "rejected no-paragraphs", "rejected too-deep"];

    private static readonly TimeSpan AskFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drop_HostileFilesAndGoodOnes_TheGoodAreTaggedAndTheOthersComeToAnEnd()
    {
        _ = pipeline.Http; // Skips where the emulator cannot run.
        var hostile = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, make) in HostileFiles.Of(HostileBytes))
        {
            var file = make();
            var name = $"hostile/{hostile.Count}/{file.Name}";
            await pipeline.DropAsync(name, file.Content.ToArray());
            hostile.Add(name, kind);
        }

        for (var number = 0; number < GoodFiles; number++)
        {
            await pipeline.DropAsync($"good/{number}.txt", Texts.Dated(new DateOnly(2024, 5, 1), number));
        }

        for (var number = 0; number < GoodFiles; number++)
        {
            Assert.Equal(["tagged"], await WaitForEndsAsync($"good/{number}.txt"));
        }

        var ends = new List<string>();
        foreach (var (name, kind) in hostile)
        {
            var ended = await WaitForEndsAsync(name);
            Assert.All(ended, end => Assert.True(end == "tagged" || end.StartsWith("rejected ", StringComparison.Ordinal), $"{kind}: {end}"));
            ends.AddRange(ended);
        }

        Assert.All(Ends, end => Assert.Contains(end, ends));
    }

    [Fact]
    public async Task Ask_AmongRoughClients_IsAnswered()
    {
        var id = await pipeline.DropAsync("asked-for.txt", Texts.Storm);
        await pipeline.WaitForSummaryAsync(id);
        var description = (await pipeline.GetAsync("openapi.json")).Body;

        var answers = new List<HttpStatusCode>();
        await using var rough = RoughClients.Start(pipeline.Http.BaseAddress!, description, seed: 3, new RoughClientCounts(Odd: 4, Slow: 50, Silent: 50, Large: 4));
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < AskFor || (!rough.LargeAnswers.Contains("body 413") && watch.Elapsed < Patience))
        {
            answers.Add((await pipeline.GetAsync($"summaries/{id}")).Status);
        }

        await rough.StopAsync();
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.NotEmpty(rough.OddStatuses);
        Assert.DoesNotContain(500, rough.OddStatuses);
        Assert.Contains("body 413", rough.LargeAnswers);
        Assert.All(rough.LargeAnswers, answer => Assert.True(answer is "body 413" or "header 431" or "header 400", answer));
    }

    /// <summary>Waits until none of a file's articles is pending, and says how they ended: the state, and the reason where there is one.</summary>
    private async Task<IReadOnlyList<string>> WaitForEndsAsync(string name)
    {
        var page = await pipeline.WaitAsync(
            $"articles?blob={Uri.EscapeDataString(name)}&limit=100",
            (status, page) => status == HttpStatusCode.OK && page["items"]!.AsArray() is { Count: > 0 } items && items.All(item => (string?)item!["state"] != "pending"));
        return [.. page["items"]!.AsArray().Select(item => $"{item!["state"]} {item["reason"]}".TrimEnd())];
    }
}
