using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>Whatever stands in articles and in the names of their files stays text.</summary>
[Collection<PageCollectionDefinition>]
public sealed class HostileTextTests(PageFixture pipeline)
{
    private const string Markup = "<img src=x onerror=\"window.struck=1\"></script><script>window.struck=1</script><svg onload=window.struck=1>{{root}}&lt;";
    private const string Bidi = "\u202Eesrever \u2067isolate \u200F";

    private static readonly string Hostile = $"{Markup} {Bidi} {new string('W', 1_000)} ";

    private static readonly string[] ShownProperties = ["label", "name", "title", "source", "definition", "detail", "reason", "blob", "item", "lastError", "message", "term", "role", "country", "question"];

    public static TheoryData<string> Views =>
    [
        "?from=2024-09-01&to=2025-06-30", "issues", "issues/vaccines", "articles?issue=vaccines", $"articles/{ArticleIds.ForFile("samples/measles-catch-up.txt")}", "drop", "status",
    ];

    [Fact]
    public async Task Article_OfHostileTexts_IsShownAsItIs()
    {
        var name = $"{Guid.NewGuid():N}/<img src=x onerror='window.struck=1'>{new string('n', 200)}.json";
        var id = await pipeline.ServeAsync(name, new JsonObject
        {
            ["title"] = $"Vaccines {Markup} {new string('W', 300)}",
            ["source"] = "<b onclick=window.struck=1>Herald</b>",
            ["authors"] = new JsonArray("Ann <script>window.struck=1</script> Lee"),
            ["url"] = "javascript:window.struck=1",
            ["published"] = "1960-02-01",
            ["text"] = $"Health officials vaccinated children against measles &lt;b&gt; \u202Eon Monday, the ministry of health said. {new string('x', 10_000)}\n\nThe World Health Organization praised the vaccine and the campaign of the ministry </script> on Tuesday.",
        }.ToJsonString());
        var title = (string)(await pipeline.ReadAsync($"summaries/{id}"))["title"]!;
        await pipeline.WaitAsync("leading?from=1960-02-01&to=1960-02-01", (_, leading) => (int)leading["articles"]! == 1);
        await using var page = await pipeline.OpenAsync(PageOptions.Phone);

        foreach (var view in (string[])[$"articles/{id}", "articles?from=1960-02-01&to=1960-02-01", "?from=1960-02-01&to=1960-02-01"])
        {
            await page.OpenViewAsync($"page/{view}");
            await Expect(page.Page.GetByText(title[..40]).First).ToBeAttachedAsync();
            await AssertHarmlessAsync(page);
        }

        page.AssertNoProblems();
    }

    [Fact]
    public async Task FileNames_Hostile_AreShownAsTheyAre()
    {
        var name = $"{Guid.NewGuid():N}<img src=x onerror='window.struck=1'>{new string('n', 200)}.txt";
        await using var page = await pipeline.OpenViewAsync("drop", PageOptions.Phone);

        await page.Page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = [0, 1, 2, 3, 0, 255, 254, 0] });
        await Expect(page.Page.Locator(".drop-state")).ToHaveTextAsync("1 not readable.");
        Assert.Contains(name, await page.Page.Locator(".dropped h3").TextContentAsync(), StringComparison.Ordinal);
        await AssertHarmlessAsync(page);

        await pipeline.WaitAsync("articles?state=rejected", (status, body) => status == HttpStatusCode.OK && Json.Strings(body["items"], "blob").Contains(name));
        await page.OpenViewAsync("page/status");
        Assert.Contains(name, await page.TextsAsync("[aria-label='Rejected articles'] a"));
        await AssertHarmlessAsync(page);
        page.AssertNoProblems();
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task View_OfHostileAnswers_ShowsThemAsText(string view)
    {
        await using var page = await pipeline.OpenAsync(PageOptions.Phone);
        await page.Page.RouteAsync(address => !address.Contains("/api/page/", StringComparison.Ordinal) && !address.Contains("/stream", StringComparison.Ordinal), async route =>
        {
            var answer = await route.FetchAsync();
            var body = JsonNode.Parse(await answer.TextAsync());
            Corrupt(body);
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = JsonSerializer.Serialize(body) });
        });

        await page.OpenViewAsync($"page/{view}");
        await page.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");

        // The view for dropping files shows nothing of what the API says before one drops some.
        Assert.Equal(view != "drop", (await page.Page.Locator("main").TextContentAsync())!.Contains("<img src=x onerror", StringComparison.Ordinal));
        await AssertHarmlessAsync(page);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Title_WithControlsOfDirection_LeavesWhatFollowsInItsPlace()
    {
        var id = await pipeline.ServeAsync($"{Guid.NewGuid():N}.json", new JsonObject
        {
            ["title"] = "Vaccines \u202Efor all",
            ["source"] = "Herald",
            ["published"] = "1960-04-01",
            ["text"] = "Health officials vaccinated children against measles on Friday, the ministry of health said. The vaccine is free of charge.\n\nThe World Health Organization praised the campaign of the ministry on Saturday, and said that more vaccines would come.",
        }.ToJsonString());
        await pipeline.WaitAsync("leading?from=1960-04-01&to=1960-04-01", (_, leading) => (int)leading["articles"]! == 1);
        await using var page = await pipeline.OpenViewAsync("?from=1960-04-01&to=1960-04-01");

        var source = page.Page.Locator(".sources li").First;
        var title = await source.Locator("a").BoundingBoxAsync();
        var rest = await source.Locator(".quiet").BoundingBoxAsync();

        Assert.Equal([$"articles/{id}"], await page.LinksAsync(".sources a"));
        Assert.True(rest!.X >= title!.X + title.Width - 1, "what follows stands before the title");
    }

    /// <summary>Puts hostile text in front of every text that is shown.</summary>
    private static void Corrupt(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Corrupt(item);
                }

                break;
            case JsonObject all:
                foreach (var (name, value) in all.ToArray())
                {
                    if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && ShownProperties.Contains(name))
                    {
                        all[name] = Hostile + (string)text!;
                    }

                    Corrupt(value);
                }

                break;
        }
    }

    private static async Task AssertHarmlessAsync(BrowserPage page)
    {
        Assert.Equal(0, await page.Page.Locator("main script, main img, main svg[onload], main iframe, main b, a[href^='javascript:' i], [onerror], [onclick]").CountAsync());
        Assert.True(await page.Page.EvaluateAsync<bool>("window.struck === undefined"));
        await page.AssertFitsAsync(PageOptions.Phone);
    }
}
