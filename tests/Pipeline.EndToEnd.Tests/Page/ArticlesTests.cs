using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

[Collection<PageCollectionDefinition>]
public sealed class ArticlesTests(PageFixture pipeline)
{
    private const int PageSize = 50;
    private const int Pages = 200;

    [Fact]
    public async Task Articles_OfConditions_AreThoseOfTheApiAndEachConditionCanBeRemoved()
    {
        var ids = await pipeline.ServeDaysAsync(new DateOnly(1956, 1, 1), 4);
        await using var page = await pipeline.OpenViewAsync("articles?issue=vaccines&language=en&from=1956-01-02&to=1956-01-03");

        Assert.Equal(["Issue: Vaccines ×", "Language: English ×", "2 January 1956 – 3 January 1956 ×"], await page.TextsAsync(".condition"));
        Assert.Equal([$"articles/{ids[2]}", $"articles/{ids[1]}"], await page.LinksAsync(".article-title a"));

        await page.Page.GetByLabel("Remove the condition Issue Vaccines").ClickAsync();
        await Expect(page.Page.Locator(".condition")).ToHaveCountAsync(2);
        Assert.EndsWith("articles?language=en&from=1956-01-02&to=1956-01-03", page.Page.Url, StringComparison.Ordinal);

        await page.Page.Locator("aside .ranking a").First.ClickAsync();
        await Expect(page.Page.Locator(".condition")).ToHaveCountAsync(3);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Articles_WithoutConditions_AreTheNewest()
    {
        await using var page = await pipeline.OpenViewAsync("articles");

        var items = (await pipeline.ReadAsync("summaries?limit=50"))["items"]!.AsArray();

        Assert.Equal(items.Select(item => $"articles/{item!["id"]}"), (await page.LinksAsync(".article-title a")).Take(PageSize));
        Assert.Equal(
            items.Select(item => string.Join(' ', Json.Strings(item!["summary"], "text"))),
            (await page.TextsAsync(".article-item > p[dir=auto]")).Take(PageSize));
    }

    [Fact]
    public async Task Articles_NoneOfTheConditions_SaysWhatToDo()
    {
        await using var page = await pipeline.OpenViewAsync("articles?from=1942-01-01&to=1942-01-02");

        await Expect(page.Page.Locator("main .notice")).ToHaveTextAsync("No articles here.Choose other days or fewer conditions.");
    }

    [Fact]
    public async Task Articles_TenThousand_CostTheSameEachPageAndAreNotRenderedOutOfSight()
    {
        await using var page = await pipeline.OpenAsync();
        var asked = 0;
        await AnswerPagesAsync(page, () => asked++);
        await page.OpenViewAsync("page/articles");

        var costs = JsonSerializer.Deserialize<int[][]>(await page.Page.EvaluateAsync<string>(
            """
            async (last) => {
              const list = document.querySelector('.articles');
              const costs = [];
              let known = list.childElementCount;
              let nodes = list.querySelectorAll('*').length;
              const changes = new MutationObserver((records) => {
                const now = list.querySelectorAll('*').length;
                costs.push([records.length, list.childElementCount - known, now - nodes]);
                known = list.childElementCount;
                nodes = now;
              });
              changes.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
              for (let frame = 0; list.childElementCount < last && frame < 1000 * last; frame += 1) {
                window.scrollTo(0, document.documentElement.scrollHeight);
                await new Promise(requestAnimationFrame);
              }
              await new Promise(requestAnimationFrame);
              return JSON.stringify(costs);
            }
            """,
            Pages))!;

        // The first page, or some, were there before one looked.
        Assert.InRange(costs.Length, Pages - 5, Pages - 1);
        Assert.All(costs, cost => Assert.Equal([1, 1, costs[0][2]], cost));
        Assert.Equal(Pages, asked);
        var rendered = await page.Page.Locator(".article-title").EvaluateAllAsync<int>("titles => titles.filter(title => title.checkVisibility({ contentVisibilityAuto: true })).length");
        Assert.InRange(rendered, 1, PageSize * 3);

        // Whether each is in sight is asked in every frame.
        var watched = await page.Page.Locator(".articles *").EvaluateAllAsync<int>("parts => parts.filter(part => getComputedStyle(part).contentVisibility === 'auto').length");
        Assert.Equal(Pages, watched);
        await Expect(page.Page.Locator(".more")).ToBeHiddenAsync();
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Back_ToALongListing_ShowsTheArticleThatItWasLeftBy()
    {
        await using var page = await pipeline.OpenAsync(PageOptions.Phone);
        await AnswerPagesAsync(page, () => { });
        await page.OpenViewAsync("page/articles");
        var item = page.Page.Locator("#article-120");
        while (await item.CountAsync() == 0)
        {
            await page.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        }

        await item.Locator(".article-title a").ClickAsync();
        await Expect(page.Page.Locator(".notice.bad")).ToBeVisibleAsync();
        await page.Page.GoBackAsync();

        await Expect(item).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Articles_NextPageThatFails_IsToldAndAskedForAgainOnDemand()
    {
        await using var page = await pipeline.OpenAsync();
        var isAway = true;
        await page.Page.RouteAsync(address => address.Contains("/api/summaries?", StringComparison.Ordinal), route =>
            !route.Request.Url.Contains("cursor=", StringComparison.Ordinal) ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = PageOf(0) })
            : isAway ? route.AbortAsync()
            : route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = PageOf(Pages - 1) }));
        await page.OpenViewAsync("page/articles");

        await page.Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The pipeline does not answer");
        isAway = false;
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "More articles" }).ClickAsync();

        await Expect(page.Page.Locator(".article-item")).ToHaveCountAsync(2 * PageSize);
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    /// <summary>Answers for the API with the pages of a long listing.</summary>
    private static async Task AnswerPagesAsync(BrowserPage page, Action asked) => await page.Page.RouteAsync(address => address.Contains("/api/summaries?", StringComparison.Ordinal), route =>
    {
        var cursor = System.Web.HttpUtility.ParseQueryString(new Uri(route.Request.Url).Query)["cursor"];
        asked();
        return route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = PageOf(int.Parse(cursor ?? "0", System.Globalization.CultureInfo.InvariantCulture)) });
    });

    private static string PageOf(int number)
    {
        var page = new JsonObject
        {
            ["items"] = new JsonArray([.. Enumerable.Range(number * PageSize, PageSize).Select(i => (JsonNode)new JsonObject
            {
                ["id"] = $"{i}",
                ["title"] = $"Article {i}",
                ["source"] = "The Lantern Coast Herald",
                ["published"] = "2024-01-01",
                ["language"] = "en",
                ["summary"] = new JsonArray(new JsonObject { ["text"] = $"Number {i} of many. It has a sentence or two." }),
                ["issues"] = new JsonArray(new JsonObject { ["id"] = "vaccines", ["label"] = "Vaccines", ["score"] = 0.9 }),
            })]),
        };
        if (number < Pages - 1)
        {
            page["next"] = $"{number + 1}";
        }

        return page.ToJsonString();
    }
}
