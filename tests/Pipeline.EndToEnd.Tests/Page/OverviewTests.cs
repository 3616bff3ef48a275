using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

[Collection<PageCollectionDefinition>]
public sealed class OverviewTests(PageFixture pipeline)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?from=2024-10-01&to=2024-12-31")]
    public async Task Overview_OfARange_ShowsWhatTheApiTells(string view)
    {
        await using var page = await pipeline.OpenViewAsync(view);

        var (from, to) = (await page.Page.InputValueAsync("input[name=from]"), await page.Page.InputValueAsync("input[name=to]"));
        var leading = await pipeline.ReadAsync($"leading?from={from}&to={to}&limit=50");
        var digest = await pipeline.ReadAsync($"digest?from={from}&to={to}&sentences=7");
        Assert.NotEmpty(leading["issues"]!.AsArray());
        await AssertRankedAsync(page, "section[aria-labelledby=leading]", leading["issues"]!, "label");
        await AssertRankedAsync(page, "section:has(> h2:text-is('Actors'))", leading["actors"]!, "name");
        await AssertRankedAsync(page, "section:has(> h2:text-is('Sources'))", leading["sources"]!, "name");
        await DigestAssert.ShowsAsync(page, digest);
        Assert.Equal(Json.Strings(new JsonArray([.. digest["issues"]!.AsArray().Select(one => one!["issue"]!.DeepClone())]), "label"), await page.TextsAsync(".tiles h3 > a"));
        Assert.Equal($"All {leading["articles"]} articles of these days", await page.Page.Locator(".onward").TextContentAsync());
    }

    [Fact]
    public async Task Timeline_OfARange_HasTheNumbersOfTheApi()
    {
        await using var page = await pipeline.OpenViewAsync("?from=2024-10-01&to=2024-12-31");

        var address = (await page.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('/timeline?from='))"))
            .Single(name => name.EndsWith("by=week", StringComparison.Ordinal));
        var timeline = await pipeline.Http.GetFromJsonAsync<JsonNode>(new Uri(address), Token);
        var counts = timeline!["points"]!.AsArray().Select(point => (int)point!["articles"]!).Where(articles => articles > 0).ToList();

        Assert.True(counts.Count > 2);
        Assert.Equal(counts.Select(articles => $"{articles}"), await page.TextsAsync(".numbers td.count"));
        Assert.Equal(counts.Count, await page.Page.Locator(".timeline rect").CountAsync());
        Assert.Contains($": {counts.Sum()} articles from", await page.Page.Locator(".timeline").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfAnIssue_IsAgainstTheTimeBefore()
    {
        var day = new DateOnly(1953, 3, 2);
        await pipeline.ServeDaysAsync(day.AddDays(-1), 1);
        await pipeline.ServeDaysAsync(day, 1);
        await pipeline.ServeDaysAsync(day, 1);
        await pipeline.WaitAsync("leading?from=1953-03-01&to=1953-03-02", (_, leading) => (int)leading["articles"]! == 3);

        await using var page = await pipeline.OpenViewAsync("?from=1953-03-02&to=1953-03-02");

        Assert.Equal("Monday, 2 March 1953", await page.Page.Locator("h1").TextContentAsync());
        Assert.Contains("Vaccines2 articles+1, against the time before", await page.TextsAsync("section[aria-labelledby=leading] li"));
    }

    [Fact]
    public async Task Overview_OfDaysWithoutArticles_TellsWhichHaveSome()
    {
        await using var page = await pipeline.OpenViewAsync("?from=1941-01-01&to=1941-01-31");

        await Expect(page.Page.Locator("main .notice")).ToContainTextAsync("No articles on these days.");
        await Expect(page.Page.Locator("main .notice")).ToContainTextAsync("choose others above");
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Arrivals_WhileItIsShown_AreToldAndShownOnDemand()
    {
        await using var page = await pipeline.OpenViewAsync("?from=1954-05-01&to=1954-05-02");
        await Expect(page.Page.Locator(".arrivals")).ToBeHiddenAsync();

        await pipeline.ServeDaysAsync(new DateOnly(1954, 5, 1), 2);
        await Expect(page.Page.Locator(".arrivals")).ToContainTextAsync("2 articles arrived.");
        await Expect(page.Page.Locator("main .notice")).ToBeVisibleAsync();
        await page.Page.Locator(".arrivals button").ClickAsync();

        await Expect(page.Page.Locator(".onward")).ToHaveTextAsync("All 2 articles of these days");
        await Expect(page.Page.Locator(".arrivals")).ToBeHiddenAsync();
        page.AssertNoProblems();
    }

    private static async Task AssertRankedAsync(BrowserPage page, string section, JsonNode items, string name)
    {
        var shown = items.AsArray().Take(10).ToList();
        Assert.Equal(shown.Select(item => (string)item![name]!), await page.TextsAsync($"{section} .ranking a"));
        Assert.Equal(
            shown.Select(item => (int)item!["articles"]!).Select(articles => articles == 1 ? "1 article" : $"{articles} articles"),
            await page.TextsAsync($"{section} .ranking .count"));
    }
}
