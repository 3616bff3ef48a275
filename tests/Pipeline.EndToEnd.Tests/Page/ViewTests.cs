using Microsoft.Playwright;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Browsing;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>What all views have in common.</summary>
[Collection<PageCollectionDefinition>]
public sealed class ViewTests(PageFixture pipeline)
{
    public static TheoryData<string> Views =>
    [
        "?from=2024-09-01&to=2025-06-30", "?from=1940-01-01&to=1940-01-31", "issues", "issues/vaccines?from=2024-01-01&to=2024-12-31",
        "articles?issue=vaccines&language=en&from=2024-01-01&to=2024-12-31", $"articles/{ArticleIds.ForFile("samples/port-strike.txt")}", "drop", "status", "no/such/view",
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task View_LightAndDark_IsAccessibleAndHasNoProblems(string view)
    {
        await using var page = await pipeline.OpenViewAsync(view);
        await UnfoldAsync(page);

        await AxeAssert.HasNoViolationsAsync(page.Page);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await AxeAssert.HasNoViolationsAsync(page.Page);

        Assert.EndsWith("News issues", await page.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Page.Locator("main h1").CountAsync());
        page.AssertNoProblems();
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task View_OnAPhone_FitsIsAccessibleAndHasNoProblems(string view)
    {
        await using var page = await pipeline.OpenViewAsync(view, PageOptions.Phone);
        await UnfoldAsync(page);

        await page.AssertFitsAsync(PageOptions.Phone);
        await AxeAssert.HasNoViolationsAsync(page.Page);
        page.AssertNoProblems();
    }

    /// <summary>Opens what is folded, and lays out what is out of sight: its targets have no size before.</summary>
    private static async Task UnfoldAsync(BrowserPage page) => await page.Page.EvaluateAsync(
        """
        document.querySelectorAll('details').forEach(one => { one.open = true; });
        document.querySelectorAll('.articles-page').forEach(one => { one.style.contentVisibility = 'visible'; });
        """);
}
