using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pipeline.LocalHost;
using Pipeline.Storage;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

[Collection<PageCollectionDefinition>]
public sealed class StatusTests(PageFixture pipeline)
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_OfThePipeline_ShowsWhatTheApiTells()
    {
        await using var page = await pipeline.OpenAsync();
        var answer = await page.Page.RunAndWaitForResponseAsync(() => page.OpenViewAsync("page/status"), response => response.Url.EndsWith("/api/status", StringComparison.Ordinal));
        var status = JsonNode.Parse(await answer.TextAsync())!;

        Assert.Equal(["Tagged", "Rejected", "Failed", "Waiting in parse-article", "Waiting in tag-issues", "Poison messages"], await page.TextsAsync(".figures dt"));
        Assert.Equal(
            ((string[])["tagged", "rejected", "failed"]).Select(name => $"{(long)status["articles"]![name]!:N0}"),
            (await page.TextsAsync(".figures dd")).Take(3));
        Assert.Equal((string?)status["taxonomyVersion"], await page.Page.Locator("section:has(> h2:text-is('Taxonomy')) code").TextContentAsync());
        await Expect(page.Page.GetByText("All is well.")).ToBeVisibleAsync();
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Rejected_Files_AreListedWithTheirReasons()
    {
        var id = await pipeline.DropAsync($"{_folder}/noise.txt", [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x00]);
        await pipeline.WaitAsync($"articles/{id}", (_, body) => (string?)body["state"] == "rejected");
        var article = await pipeline.ReadAsync($"articles/{id}");

        await using var page = await pipeline.OpenViewAsync("status");

        var row = page.Page.GetByRole(AriaRole.Region, new() { Name = "Rejected articles" }).Locator("tr", new() { HasText = _folder });
        await Expect(row.Locator("code")).ToHaveTextAsync("undecodable");
        await Expect(row).ToContainTextAsync((string)article["detail"]!);
        await row.Locator("a").ClickAsync();
        await Expect(page.Page.Locator("main .notice")).ToContainTextAsync("The file cannot be read as an article.");
    }

    [Fact]
    public async Task Poison_RequeuedAndDropped_IsGone()
    {
        var (first, second) = (await PoisonAsync(), await PoisonAsync());
        await using var page = await pipeline.OpenViewAsync("status");
        await AxeAssert.HasNoViolationsAsync(page.Page);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = $"Drop message {first}" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        Assert.Contains(first, Ids(await pipeline.ReadAsync("status")));
        await DropAsync(page, $"Drop message {first}");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = $"Drop message {first}" })).ToHaveCountAsync(0);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = $"Requeue message {second}" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = $"Requeue message {second}" })).ToHaveCountAsync(0);
        page.AssertNoProblems();

        // What cannot be read fails again, and comes back under another name.
        await pipeline.WaitAsync("status", (_, status) => Ids(status).Any(id => id != first && id != second));
        await page.Page.ReloadAsync();
        await DropAsync(page, "Drop all");

        await Expect(page.Page.GetByText("Poison messages", new() { Exact = true })).ToHaveCountAsync(1);
        Assert.Empty(Ids(await pipeline.ReadAsync("status")));
    }

    [Fact]
    public async Task RequeueAll_NoMessageIsTaken_IsAskedForOnce()
    {
        await using var page = await pipeline.OpenAsync();
        var status = await pipeline.ReadAsync("status");
        status["poison"] = JsonNode.Parse("""[{"queue":"webjobs-blobtrigger-poison","id":"1_1","insertedOn":"2026-01-02T10:00:00Z"}]""");
        await AnswerStatusAsync(page, status);
        var asked = 0;
        await page.Page.RouteAsync("**/api/poison/requeue", route =>
        {
            asked++;
            return route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = """{"messages":0,"more":true}""" });
        });
        await page.OpenViewAsync("page/status");

        // The view is shown anew after the command.
        await page.Page.RunAndWaitForResponseAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Requeue all" }).ClickAsync(),
            response => asked > 0 && response.Url.EndsWith("/api/status", StringComparison.Ordinal));

        Assert.Equal(1, asked);
        page.AssertNoProblems();
    }

    [Theory]
    [InlineData("""{"id":"1","filter":{"issue":"trade"},"started":"2026-01-02T10:00:00Z","ended":"2026-01-02T10:05:00Z","isCancelled":true,"asked":3}""", "3 articles asked for, called off.")]
    [InlineData("""{"id":"1","filter":{"state":"failed"},"started":"2026-01-02T10:00:00Z","ended":"2026-01-02T10:05:00Z","isCancelled":false,"asked":1}""", "1 article asked for, ended.")]
    [InlineData("""{"id":"1","filter":{},"started":"2026-01-02T10:00:00Z","isCancelled":false,"asked":2}""", "2 files asked for so far.")]
    public async Task Reprocess_Order_TellsWhatWasAskedForAndHowItEnded(string order, string told)
    {
        await using var page = await pipeline.OpenAsync();
        var status = await pipeline.ReadAsync("status");
        status["reprocess"] = JsonNode.Parse(order);
        await AnswerStatusAsync(page, status);

        await page.OpenViewAsync("page/status");

        await Expect(page.Page.GetByText("Reprocessing, begun")).ToContainTextAsync(told);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Key_MissingOrWrong_IsAskedForAndWorksOnceGiven()
    {
        var id = await PoisonAsync();
        await using var host = await LocalFunctionHost.StartAsync(RunningPipeline.OptionsOf(pipeline.ConnectionString) with { FunctionKey = "the right one" }, Token);
        await using var page = await pipeline.OpenAsync(host.Address);
        await page.OpenViewAsync("page/status");
        var drop = page.Page.GetByRole(AriaRole.Button, new() { Name = $"Drop message {id}" });

        await DropAsync(page, $"Drop message {id}");
        await Expect(page.Page.GetByText("The key is missing or wrong.")).ToBeVisibleAsync();
        await page.Page.RunAndWaitForResponseAsync(() => GiveAsync(page, "the wrong one"), response => response.Status == (int)HttpStatusCode.Unauthorized);
        await Expect(page.Page.GetByText("The key is missing or wrong.")).ToBeVisibleAsync();
        Assert.Contains(id, Ids(await pipeline.ReadAsync("status")));
        await GiveAsync(page, "the right one");

        await Expect(drop).ToHaveCountAsync(0);
        Assert.DoesNotContain(id, Ids(await pipeline.ReadAsync("status")));
        Assert.Equal(2, page.Problems.Count);
    }

    [Fact]
    public async Task Key_NotGiven_IsAskedForByEachViewWithCommands()
    {
        await using var host = await LocalFunctionHost.StartAsync(RunningPipeline.OptionsOf(pipeline.ConnectionString) with { FunctionKey = "the right one" }, Token);
        await using var page = await pipeline.OpenAsync(host.Address);
        await page.OpenViewAsync("page/drop");
        await page.Page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "storm.txt", MimeType = "text/plain", Buffer = [65] });
        await Expect(page.Page.Locator(".drop-state")).ToContainTextAsync("Uploading needs a function key.");

        await page.OpenViewAsync($"page/articles/{ArticleIds.ForFile("samples/port-strike.txt")}");
        await page.Page.GetByText("Commands", new() { Exact = true }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Process again" }).ClickAsync();
        await Expect(page.Page.Locator(".commands")).ToContainTextAsync("The key is missing or wrong");
    }

    /// <summary>Answers for the API when it is asked for the status.</summary>
    private static async Task AnswerStatusAsync(BrowserPage page, JsonNode status) => await page.Page.RouteAsync("**/api/status", route =>
        route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = status.ToJsonString() }));

    private static async Task DropAsync(BrowserPage page, string button)
    {
        await page.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Drop" }).ClickAsync();
    }

    /// <summary>Gives the key in the first form that asks for it, which stands where the command failed.</summary>
    private static async Task GiveAsync(BrowserPage page, string key)
    {
        await page.Page.GetByLabel("Function key").First.FillAsync(key);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Use" }).First.ClickAsync();
        await Expect(page.Page.Locator("#announcer")).ToHaveTextAsync("The key is used in this tab.");
    }

    /// <summary>Leaves a message that cannot be read, and waits until it is kept.</summary>
    private async Task<string> PoisonAsync()
    {
        var before = Ids(await pipeline.ReadAsync("status"));
        await pipeline.Storage.RawQueues.GetQueueClient(QueueNames.TagIssues).SendMessageAsync("bm90IGpzb24=", Token);
        var status = await pipeline.WaitAsync("status", (code, body) => code == HttpStatusCode.OK && Ids(body).Except(before).Any());
        return Ids(status).Except(before).First();
    }

    private static List<string> Ids(JsonNode status) => Json.Strings(status["poison"], "id");
}
