using Pipeline.Storage.Keys;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>The page without a mouse.</summary>
[Collection<PageCollectionDefinition>]
public sealed class KeyboardTests(PageFixture pipeline)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task Tab_FromTheStart_GoesThroughSkipLinkAndNavigationVisibly()
    {
        await using var page = await pipeline.OpenViewAsync("issues");
        var order = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            await AssertFocusIsVisibleAsync(page);
            order.Add(await page.Page.EvaluateAsync<string>("document.activeElement.ariaLabel ?? document.activeElement.labels?.[0].textContent ?? document.activeElement.textContent"));
        }

        Assert.Equal(["Skip to content", "News issues", "Overview", "Issues", "Articles", "Drop files", "Status", "Find an issue by its name"], order);
    }

    [Fact]
    public async Task SkipLink_Pressed_GoesToTheContentAndLeavesTheViewAlone()
    {
        await using var page = await pipeline.OpenViewAsync("issues");
        var heading = await page.Page.QuerySelectorAsync("h1");

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("#main")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Tab");

        await Expect(page.Page.GetByLabel("Find an issue by its name")).ToBeFocusedAsync();
        Assert.True(await heading!.EvaluateAsync<bool>("heading => heading.isConnected"));
    }

    [Fact]
    public async Task Navigation_ByEnter_MovesTheFocusToTheViewAndTellsItsTitle()
    {
        await using var page = await pipeline.OpenViewAsync("issues");

        await TabToAsync(page, ".masthead nav a[href$='/drop']");
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator("h1")).ToHaveTextAsync("Drop files");
        await Expect(page.Page.Locator("#main")).ToBeFocusedAsync();
        await Expect(page.Page.Locator("#announcer")).ToHaveTextAsync("Drop files – News issues");
        await Expect(page.Page.Locator(".masthead nav a[aria-current=page]")).ToHaveTextAsync("Drop files");
        await TabToAsync(page, "#files");
        Assert.NotEqual("none", await page.Page.Locator("label[for=files]").EvaluateAsync<string>("label => getComputedStyle(label).outlineStyle"));
    }

    [Fact]
    public async Task TimelineSliders_ArrowKeys_ChangeTheRangeAndKeepTheFocus()
    {
        await using var page = await pipeline.OpenViewAsync("?from=2024-10-01&to=2024-10-20");
        var first = page.Page.GetByLabel("First day of the range");
        var last = page.Page.GetByLabel("Last day of the range");

        await TabToAsync(page, "[aria-label='First day of the range']");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Page.Locator("input[name=from]")).ToHaveValueAsync("2024-10-03");
        await page.WaitForViewAsync();
        await Expect(first).ToBeFocusedAsync();
        Assert.Equal("3 October 2024", await first.GetAttributeAsync("aria-valuetext"));

        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(last).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Page.Locator("input[name=to]")).ToHaveValueAsync("2024-10-19");
        await page.WaitForViewAsync();

        Assert.EndsWith("?from=2024-10-03&to=2024-10-19", page.Page.Url, StringComparison.Ordinal);
        await Expect(last).ToBeFocusedAsync();
        await AssertFocusIsVisibleAsync(page);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task TagSwitch_Space_SwitchesTheMarks()
    {
        await using var page = await pipeline.OpenViewAsync($"articles/{ArticleIds.ForFile("samples/port-strike.txt")}?tag=none");
        Assert.Equal(0, await page.Page.Locator(".text mark").CountAsync());

        await TabToAsync(page, ".switch");
        await page.Page.Keyboard.PressAsync("Space");
        await Expect(page.Page.Locator(".text mark")).Not.ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".switch").First).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Page.Locator(".switch").First).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Space");

        await Expect(page.Page.Locator(".text mark")).ToHaveCountAsync(0);
        Assert.EndsWith("?tag=none", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteDialog_Escape_KeepsTheArticleAndGivesTheFocusBack()
    {
        var id = ArticleIds.ForFile("samples/port-strike.txt");
        await using var page = await pipeline.OpenViewAsync($"articles/{id}");

        await TabToAsync(page, ".commands > summary");
        await page.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, ".commands > .buttons .danger");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>("document.activeElement.closest('dialog') !== null"));
        await page.Page.Keyboard.PressAsync("Escape");

        await Expect(page.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".commands > .buttons .danger")).ToBeFocusedAsync();
        Assert.Equal("tagged", (string?)(await pipeline.ReadAsync($"articles/{id}"))["state"]);
        page.AssertNoProblems();
    }

    private static async Task TabToAsync(BrowserPage page, string selector)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            if (await page.Page.EvaluateAsync<bool>("selector => document.activeElement === document.querySelector(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{MostTabs} tabs do not lead to {selector}.");
    }

    private static async Task AssertFocusIsVisibleAsync(BrowserPage page)
    {
        var seen = await page.Page.EvaluateAsync<string>(
            """
            (() => {
              const style = getComputedStyle(document.activeElement);
              const box = document.activeElement.getBoundingClientRect();
              return [style.outlineStyle, style.outlineWidth, box.top >= 0 && box.bottom <= innerHeight && box.width > 0].join(' ');
            })()
            """);
        Assert.Equal("solid 3px true", seen);
    }
}
