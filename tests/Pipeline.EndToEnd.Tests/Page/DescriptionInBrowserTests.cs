using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

[Collection<PageCollectionDefinition>]
public sealed class DescriptionInBrowserTests(PageFixture pipeline)
{
    [Fact]
    public async Task OpenApi_InTheBrowser_IsReadable()
    {
        await using var page = await pipeline.OpenAsync();

        await page.Page.GotoAsync("openapi.json");

        var description = await page.Page.EvaluateAsync<string>("JSON.parse(document.body.innerText).info.title");
        Assert.Equal((string?)(await pipeline.GetAsync("openapi.json")).Body["info"]!["title"], description);
        page.AssertNoProblems();
    }
}
