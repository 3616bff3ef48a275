using Microsoft.Playwright;
using Pipeline.Testing.Browsing;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>What tests of the page rely on can fail.</summary>
[Collection<PageCollectionDefinition>]
public sealed class BrowserPageTests(PageFixture pipeline)
{
    [Theory]
    [InlineData("<script>throw new Error('broken')</script>", "", "error: Error: broken")]
    [InlineData("<script>console.error('wrong')</script>", "", "console: wrong")]
    [InlineData("<script>document.title = 'inline'</script>", "script-src 'self'", "Content Security Policy")]
    [InlineData("<img src='https://other.example/pixel.png' alt=''>", "", "host: https://other.example/pixel.png")]
    public async Task Problems_OnePerPage_IsTold(string body, string policy, string expected)
    {
        await using var page = await ShowAsync(body, policy);

        var problem = Assert.Single(page.Problems);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(page.AssertNoProblems);
    }

    [Fact]
    public async Task Problems_MissingResource_IsTold()
    {
        await using var page = await pipeline.OpenAsync();

        await page.Page.GotoAsync("no-such-route");

        Assert.Contains("404", Assert.Single(page.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p style='color:#999;background:#fff'>Pale</p>", "color-contrast")]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<input autocomplete='nonsense' aria-label='Name'>", "autocomplete-valid")]
    [InlineData("<button style='padding:0;width:9px;height:9px'>a</button><button style='padding:0;width:9px;height:9px'>b</button>", "target-size")]
    public async Task FindViolations_OneOfEachVersionOfTheGuidelines_IsTold(string body, string rule)
    {
        await using var page = await ShowAsync(body, "script-src 'self'");

        var violation = Assert.Single(await AxeAssert.FindViolationsAsync(page.Page));

        Assert.StartsWith($"{rule} (", violation, StringComparison.Ordinal);
        Assert.Contains("<" + body[1..4], violation, StringComparison.Ordinal);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task HasNoViolations_SoundPage_Passes()
    {
        await using var page = await ShowAsync("<p>Sound</p>", "");

        await AxeAssert.HasNoViolationsAsync(page.Page);
    }

    [Fact]
    public async Task Open_DarkPhone_IsSeenByThePage()
    {
        await using var page = await ShowAsync("<meta name=viewport content='width=device-width'>", "", PageOptions.Phone with { ColorScheme = ColorScheme.Dark });

        var seen = await page.Page.EvaluateAsync<string>(
            "[matchMedia('(prefers-color-scheme: dark)').matches, innerWidth, innerHeight, navigator.maxTouchPoints > 0, navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone].join()");

        Assert.Equal("true,390,844,true,en-GB,UTC", seen);
    }

    /// <summary>Shows a page that the pipeline does not have, in its place.</summary>
    private async Task<BrowserPage> ShowAsync(string body, string policy, PageOptions? options = null)
    {
        var page = await pipeline.OpenAsync(options);
        await page.Page.RouteAsync("**/*", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = route.Request.IsNavigationRequest ? "text/html" : "image/png",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = policy },
            Body = route.Request.IsNavigationRequest ? $"<!doctype html><html lang=en><title>Shown</title><main>{body}</main></html>" : "",
        }));
        await page.Page.GotoAsync("shown");
        return page;
    }
}
