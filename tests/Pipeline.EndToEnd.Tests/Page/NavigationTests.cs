using Microsoft.Playwright;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>Addresses, the way back, and what is said where there is no answer.</summary>
[Collection<PageCollectionDefinition>]
public sealed class NavigationTests(PageFixture pipeline)
{
    [Fact]
    public async Task Timeline_Dragged_ChoosesTheDaysAndTheAddressTellsThem()
    {
        await using var page = await pipeline.OpenViewAsync("?from=2024-10-01&to=2024-10-20");
        var plot = page.Page.Locator(".timeline-plot");
        var box = (await plot.BoundingBoxAsync())!;
        var days = int.Parse((await page.Page.GetByLabel("First day of the range").GetAttributeAsync("max"))!, System.Globalization.CultureInfo.InvariantCulture) + 1;
        var window = new DateOnly(2024, 10, 1).AddDays(-int.Parse(await page.Page.GetByLabel("First day of the range").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture));

        await DragAsync(page, box, (10 + 0.5f) / days, (24 + 0.5f) / days);
        await Expect(page.Page.Locator("input[name=from]")).ToHaveValueAsync($"{window.AddDays(10):yyyy-MM-dd}");
        await page.WaitForViewAsync();

        Assert.EndsWith($"?from={window.AddDays(10):yyyy-MM-dd}&to={window.AddDays(24):yyyy-MM-dd}", page.Page.Url, StringComparison.Ordinal);
        await Expect(page.Page.Locator("input[name=to]")).ToHaveValueAsync($"{window.AddDays(24):yyyy-MM-dd}");

        await page.Page.GoBackAsync();
        await Expect(page.Page.Locator("input[name=from]")).ToHaveValueAsync("2024-10-01");
        await page.WaitForViewAsync();
        await DragAsync(page, box, (24 + 0.5f) / days, (10 + 0.5f) / days);
        await Expect(page.Page.Locator("input[name=to]")).ToHaveValueAsync($"{window.AddDays(24):yyyy-MM-dd}");
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Range_TypedOrPreset_IsShown()
    {
        await using var page = await pipeline.OpenViewAsync("issues/vaccines?from=2024-10-01&to=2024-10-20");

        await page.Page.FillAsync("input[name=from]", "2024-11-30");
        await page.Page.FillAsync("input[name=to]", "2024-11-01");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await page.Page.WaitForURLAsync("**/issues/vaccines?from=2024-11-01&to=2024-11-30");
        await page.WaitForViewAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "All", Exact = true }).ClickAsync();

        await Expect(page.Page.Locator(".preset[aria-current]", new() { HasText = "All" })).ToBeVisibleAsync();
        Assert.Matches(@"^\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$", new Uri(page.Page.Url).Query);
        Assert.DoesNotContain("from=2024-11-01&to=2024-11-30", page.Page.Url, StringComparison.Ordinal);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Back_FromAnArticle_ReturnsToTheRangeAndThePlace()
    {
        await using var page = await pipeline.OpenViewAsync("?from=2024-09-01&to=2024-12-31");
        var link = page.Page.Locator(".tiles a[href*='/articles/']").Last;
        await link.ScrollIntoViewIfNeededAsync();
        var place = await page.Page.EvaluateAsync<int>("Math.round(scrollY)");
        Assert.True(place > 0);

        await link.ClickAsync();
        await Expect(page.Page.Locator(".article-text")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("Math.round(scrollY)"));
        await page.Page.GoBackAsync();

        await Expect(page.Page.Locator(".tiles")).ToBeVisibleAsync();
        await page.WaitForViewAsync();
        Assert.EndsWith("?from=2024-09-01&to=2024-12-31", page.Page.Url, StringComparison.Ordinal);
        await Expect(page.Page.Locator("input[name=from]")).ToHaveValueAsync("2024-09-01");
        await page.Page.WaitForFunctionAsync("place => Math.abs(scrollY - place) <= 1", place);
    }

    [Fact]
    public async Task Address_ThatLeadsNowhere_LeadsToTheOverview()
    {
        await using var page = await pipeline.OpenViewAsync("no/such/view");

        await Expect(page.Page.Locator("h1")).ToHaveTextAsync("There is no such page");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the overview" }).ClickAsync();

        await Expect(page.Page.Locator(".timeline")).ToBeVisibleAsync();
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Issue_ThatIsNone_SaysSo()
    {
        await using var page = await pipeline.OpenViewAsync("issues/no-such-issue");

        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no issue of that id");
        Assert.All(page.Problems, problem => Assert.Contains("404", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("issues")]
    [InlineData("issues/vaccines")]
    [InlineData("articles")]
    [InlineData("status")]
    public async Task View_WhileTheApiDoesNotAnswer_SaysWhatToDoAndComesBack(string view)
    {
        await using var page = await pipeline.OpenAsync();
        await page.Page.RouteAsync(address => !address.Contains("/api/page/", StringComparison.Ordinal), route => route.AbortAsync());
        await page.OpenViewAsync($"page/{view}");

        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The pipeline does not answer");
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Start the pipeline, or check the connection, and try again.");
        await AxeAssert.HasNoViolationsAsync(page.Page);
        await page.Page.UnrouteAllAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.All(page.Problems, problem => Assert.Contains("net::ERR_FAILED", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenApi_LinkedFromTheFoot_IsReadable()
    {
        await using var page = await pipeline.OpenViewAsync("drop");

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "API", Exact = true }).ClickAsync();
        await page.Page.WaitForURLAsync("**/openapi.json");

        var description = await page.Page.EvaluateAsync<string>("JSON.parse(document.body.innerText).info.title");
        Assert.Equal((string?)(await pipeline.ReadAsync("openapi.json"))["info"]!["title"], description);
        page.AssertNoProblems();
    }

    private static async Task DragAsync(BrowserPage page, LocatorBoundingBoxResult box, float from, float to)
    {
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * from), box.Y + (box.Height / 2));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * to), box.Y + (box.Height / 2), new MouseMoveOptions { Steps = 5 });
        await page.Page.Mouse.UpAsync();
    }
}
