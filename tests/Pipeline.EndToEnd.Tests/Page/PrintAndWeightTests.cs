using Microsoft.Playwright;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Browsing;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>The page on paper, and over a thin line.</summary>
[Collection<PageCollectionDefinition>]
public sealed class PrintAndWeightTests(PageFixture pipeline)
{
    private const int MostBytes = 100_000;

    public static TheoryData<string, string> Printed => new()
    {
        { "?from=2024-09-01&to=2024-12-31", ".digest p" },
        { "issues/vaccines", ".digest p" },
        { "articles", ".article-item p" },
        { $"articles/{ArticleIds.ForFile("samples/port-strike.txt")}", ".text p" },
        { "status", ".figures dd" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task View_Printed_IsTextInkOnPaperWithoutControls(string view, string text)
    {
        await using var page = await pipeline.OpenViewAsync(view, new PageOptions { ColorScheme = ColorScheme.Dark });

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal(0, await page.Page.Locator("nav:visible, .colophon:visible, .skip:visible, input:visible, form:visible, button:not(.switch):visible").CountAsync());
        Assert.Equal(await page.Page.Locator(text).CountAsync(), await page.Page.Locator($"{text}:visible").CountAsync());
        Assert.NotEqual(0, await page.Page.Locator(text).CountAsync());
        Assert.Equal("rgb(28, 35, 40) on rgb(255, 255, 255)", await page.Page.EvaluateAsync<string>("(style => `${style.color} on ${style.backgroundColor}`)(getComputedStyle(document.body))"));
    }

    [Fact]
    public async Task FirstView_OfTheOverview_IsLight()
    {
        await using var page = await pipeline.OpenViewAsync("");

        var own = await page.Page.EvaluateAsync<int>(
            """
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource').filter(entry => entry.name.includes('/page/assets/'))]
              .reduce((sum, entry) => sum + entry.transferSize, 0)
            """);

        Assert.InRange(own, 1, MostBytes);
    }

    [Fact]
    public async Task Assets_OnTheSecondVisit_AreNotAskedForAgain()
    {
        await using var page = await pipeline.OpenViewAsync("drop");

        await page.OpenViewAsync("page/status");

        var sizes = await page.Page.EvaluateAsync<int[]>("performance.getEntriesByType('resource').filter(entry => entry.name.includes('/page/assets/')).map(entry => entry.transferSize)");
        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.Equal(0, size));
    }
}
