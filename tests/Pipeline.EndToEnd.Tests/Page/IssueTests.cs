using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

[Collection<PageCollectionDefinition>]
public sealed class IssueTests(PageFixture pipeline)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issue_OfARange_ShowsWhatTheApiTells()
    {
        var ids = await pipeline.ServeDaysAsync(new DateOnly(1955, 1, 10), 3);
        await pipeline.WaitAsync("issues/vaccines/leading?from=1955-01-10&to=1955-01-11&limit=10", (_, body) => (int)body["articles"]! == 2 && body["actors"]!.AsArray().Count > 0);
        await using var page = await pipeline.OpenViewAsync("issues/vaccines?from=1955-01-10&to=1955-01-11");

        var issue = await pipeline.ReadAsync("issues/vaccines");
        var leading = await pipeline.ReadAsync("issues/vaccines/leading?from=1955-01-10&to=1955-01-11&limit=10");
        Assert.Equal((string?)issue["label"], await page.Page.Locator("h1").TextContentAsync());
        Assert.Equal((string?)issue["definition"], await page.Page.Locator(".lead").TextContentAsync());
        await DigestAssert.ShowsAsync(page, await pipeline.ReadAsync("issues/vaccines/summary?from=1955-01-10&to=1955-01-11&sentences=10"));
        Assert.Equal(ids.Take(2).Reverse().Select(id => $"articles/{id}"), await page.LinksAsync(".article-title a"));
        Assert.Equal(Json.Strings(leading["actors"], "name"), await page.TextsAsync("aside section:has(> h2:text-is('Actors')) .ranking a"));
        Assert.Equal(Json.Strings(issue["broader"], "id").Select(id => $"issues/{id}"), await page.LinksAsync("[aria-label='Broader issues'] a"));
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Matrix_OfWhatOccursTogether_HasTheNumbersOfTheApi()
    {
        await pipeline.ServeAsync($"{Guid.NewGuid():N}.txt", Texts.Summit.Replace("2024-05-02", "1955-03-02", StringComparison.Ordinal));
        const string range = "from=1955-03-01&to=1955-03-03";
        await pipeline.WaitAsync($"issues/taiwan/leading?{range}", (_, leading) => leading["issues"]!.AsArray().Count > 0);

        await using var page = await pipeline.OpenViewAsync($"issues/taiwan?{range}");

        var together = (await pipeline.ReadAsync($"issues/taiwan/leading?{range}&limit=10"))["issues"]!.AsArray().Take(6).ToList();
        Assert.NotEmpty(together);
        Assert.Equal(["Taiwan", .. together.Select(issue => (string)issue!["label"]!)], await page.TextsAsync(".matrix th[scope=row] a"));
        Assert.Equal(["", .. together.Select(issue => $"{issue!["articles"]}")], await page.TextsAsync(".matrix tbody tr:first-child td"));
    }

    [Fact]
    public async Task NarrowerIssues_SwitchedOnAndOff_CountOrDoNot()
    {
        await pipeline.ServeDaysAsync(new DateOnly(1955, 6, 1), 1);
        var broader = (string)(await pipeline.ReadAsync("issues/vaccines"))["broader"]![0]!["id"]!;
        const string range = "from=1955-06-01&to=1955-06-01";
        await using var page = await pipeline.OpenViewAsync($"issues/{broader}?{range}");
        Assert.Equal(await ListedAsync($"{range}&issue={broader}"), await page.LinksAsync(".article-title a"));

        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "With narrower issues" }).ClickAsync();
        await Expect(page.Page.Locator(".preset[aria-current]", new() { HasText = "With narrower issues" })).ToBeVisibleAsync();
        await page.WaitForViewAsync();

        Assert.EndsWith($"?{range}&narrower=true", page.Page.Url, StringComparison.Ordinal);
        var listed = await ListedAsync($"{range}&issue={broader}&narrower=true");
        Assert.NotEmpty(listed);
        Assert.Equal(listed, await page.LinksAsync(".article-title a"));
    }

    [Fact]
    public async Task Follow_EachLink_LeadsToAnAnswer()
    {
        await using var page = await pipeline.OpenViewAsync("issues/vaccines");

        var links = await page.Page.Locator("section:has(> h2:text-is('Follow')) a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");

        Assert.Equal(3, links.Length);
        foreach (var link in links)
        {
            using var response = await pipeline.Http.GetAsync(new Uri(link), Token);
            Assert.True(response.IsSuccessStatusCode, link);
        }
    }

    [Fact]
    public async Task Issues_All_AreListedWithTheirNumbersAndFoundByName()
    {
        await using var page = await pipeline.OpenViewAsync("issues?all=true");
        var issues = (await pipeline.ReadAsync("issues"))["issues"]!.AsArray();

        var expected = issues.Select(issue => $"{issue!["label"]}{(long)issue["articles"]!:N0}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, (await page.TextsAsync(".issue-index li")).Order(StringComparer.Ordinal));

        await page.Page.GetByLabel("Find an issue by its name").FillAsync("VACC");
        await Expect(page.Page.Locator(".issue-index li")).ToHaveCountAsync(issues.Count(issue => ((string)issue!["label"]!).Contains("vacc", StringComparison.OrdinalIgnoreCase)));
        Assert.EndsWith("issues?q=VACC&all=true", page.Page.Url, StringComparison.Ordinal);

        await page.Page.ReloadAsync();
        await page.WaitForViewAsync();
        Assert.All(await page.TextsAsync(".issue-index a"), label => Assert.Contains("vacc", label, StringComparison.OrdinalIgnoreCase));
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Vaccines", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator("h1")).ToHaveTextAsync("Vaccines");
    }

    private async Task<IEnumerable<string>> ListedAsync(string conditions) =>
        Json.Strings((await pipeline.ReadAsync($"summaries?{conditions}&limit=50"))["items"], "id").Select(id => $"articles/{id}");
}
