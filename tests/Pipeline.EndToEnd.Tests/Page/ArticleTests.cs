using System.Net;
using Microsoft.Playwright;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

[Collection<PageCollectionDefinition>]
public sealed class ArticleTests(PageFixture pipeline)
{
    private readonly string _folder = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Article_Tagged_ShowsWhatTheApiTells()
    {
        var id = ArticleIds.ForFile("samples/port-strike.txt");
        await using var page = await pipeline.OpenViewAsync($"articles/{id}");

        var summary = await pipeline.ReadAsync($"summaries/{id}");
        var text = await pipeline.ReadAsync($"articles/{id}/text");
        var tags = await pipeline.ReadAsync($"articles/{id}/tags");
        Assert.Equal((string?)summary["title"], await page.Page.Locator("h1").TextContentAsync());
        Assert.StartsWith("1 October 2024", await page.Page.Locator("h1 + p").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(Json.Strings(summary["summary"], "text"), await page.TextsAsync(".summary p"));
        Assert.Equal(text["blocks"]!.AsArray().Select(block => Json.Slice((string)text["text"]!, block!["span"]!)), await page.TextsAsync(".text > *"));
        Assert.Equal(
            tags["issues"]!.AsArray().Select(issue => $"{issue!["label"]}{(double)issue["score"]!:F2}"),
            await page.TextsAsync(".switch.issue"));
        Assert.Contains("samples/port-strike.txt", await page.TextsAsync(".facts dd"));
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Article_ThatIsReprinted_LinksToItsReprints()
    {
        var day = new DateOnly(1958, 2, 1);
        var first = await pipeline.ServeAsync($"{_folder}/first.txt", Texts.Dated(day, 1));
        var second = await pipeline.ServeAsync($"{_folder}/second.txt", Texts.Dated(day, 1));
        await pipeline.WaitAsync($"articles/{second}/duplicates", (_, body) => Json.Strings(body["items"], "id").Contains(first));

        await using var page = await pipeline.OpenViewAsync($"articles/{second}");

        Assert.Contains($"articles/{first}", await page.LinksAsync("section:has(> h2:text-is('Nearly the same')) a"));
    }

    [Fact]
    public async Task Article_Pending_ShowsOnceItIsTagged()
    {
        var id = ArticleIds.ForFile("samples/port-strike.txt");
        await using var page = await pipeline.OpenAsync();
        var isPending = true;
        await page.Page.RouteAsync($"**/api/articles/{id}", route => isPending
            ? route.FulfillAsync(new RouteFulfillOptions { Status = 202, ContentType = "application/json", Body = """{"state":"pending"}""" })
            : route.ContinueAsync());

        await page.OpenViewAsync($"page/articles/{id}");
        await Expect(page.Page.Locator("h1")).ToHaveTextAsync("Not tagged yet");
        isPending = false;

        await Expect(page.Page.Locator("h1")).ToContainTextAsync("Dockworkers walk out");
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Article_Rejected_TellsTheReason()
    {
        var id = await pipeline.DropAsync($"{_folder}/empty.txt", "");
        await pipeline.WaitAsync($"summaries/{id}", (status, _) => status == HttpStatusCode.UnprocessableEntity);

        await using var page = await pipeline.OpenViewAsync($"articles/{id}");

        await Expect(page.Page.Locator("main .notice")).ToContainTextAsync("The file cannot be read as an article.");
        await Expect(page.Page.Locator("main .notice code").First).ToHaveTextAsync("empty");
        await Expect(page.Page.Locator("main .notice")).ToContainTextAsync($"File {_folder}/empty.txt");
        await AxeAssert.HasNoViolationsAsync(page.Page);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Delete_Confirmed_DeletesAndTheAddressTellsSo()
    {
        var id = await pipeline.ServeAsync($"{_folder}/goes.txt", Texts.Dated(new DateOnly(1958, 3, 1), 1));
        await using var page = await pipeline.OpenViewAsync($"articles/{id}");

        await page.Page.GetByText("Commands", new() { Exact = true }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete …" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync($"Delete the file {_folder}/goes.txt?");
        await AxeAssert.HasNoViolationsAsync(page.Page);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator(".commands")).ToContainTextAsync("Deleted.");
        page.AssertNoProblems();
        await pipeline.WaitAsync($"articles/{id}", (status, _) => status == HttpStatusCode.Gone);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Look again" }).ClickAsync();

        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The file was removed");
    }

    [Fact]
    public async Task ProcessAgain_OfATaggedArticle_IsAccepted()
    {
        var id = await pipeline.ServeAsync($"{_folder}/again.txt", Texts.Dated(new DateOnly(1958, 4, 1), 1));
        await using var page = await pipeline.OpenViewAsync($"articles/{id}");

        await page.Page.GetByText("Commands", new() { Exact = true }).ClickAsync();
        var answer = await page.Page.RunAndWaitForResponseAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Process again" }).ClickAsync(),
            response => response.Url.EndsWith($"/api/articles/{id}/reprocess", StringComparison.Ordinal));

        Assert.Equal((int)HttpStatusCode.Accepted, answer.Status);
        await Expect(page.Page.Locator(".commands")).ToContainTextAsync("Processing it again");
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Article_NeverDropped_SaysWhatToDo()
    {
        await using var page = await pipeline.OpenViewAsync($"articles/{ArticleIds.ForFile($"{_folder}/never.txt")}");

        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("It may never have been dropped here");
        await AxeAssert.HasNoViolationsAsync(page.Page);
        Assert.Contains("404", Assert.Single(page.Problems), StringComparison.Ordinal);
    }
}
