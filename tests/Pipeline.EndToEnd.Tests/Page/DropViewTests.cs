using System.Text;
using Microsoft.Playwright;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

[Collection<PageCollectionDefinition>]
public sealed class DropViewTests(PageFixture pipeline)
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Upload_Article_ShowsItsSummaryAsItArrives()
    {
        await using var page = await pipeline.OpenViewAsync("drop");

        await ChooseAsync(page, FileOf($"{_name}.txt", Texts.Dated(new DateOnly(1959, 1, 1), 7)));

        await Expect(page.Page.Locator(".drop-state")).ToHaveTextAsync("1 article served.");
        var id = ArticleIds.ForFile($"{_name}.txt");
        var summary = await pipeline.ReadAsync($"summaries/{id}");
        Assert.Equal(["Vaccination campaign, day 7"], await page.TextsAsync(".drop-results h4"));
        Assert.Equal([string.Join(' ', Json.Strings(summary["summary"], "text"))], await page.TextsAsync(".drop-results p"));
        Assert.Equal([$"articles/{id}"], await page.LinksAsync(".drop-results h4 a"));
        await Expect(page.Page.Locator(".dropped progress")).ToBeHiddenAsync();
        await AxeAssert.HasNoViolationsAsync(page.Page);
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Drop_FilesOnTheZone_AreTaken()
    {
        await using var page = await pipeline.OpenViewAsync("drop");
        var files = await page.Page.EvaluateHandleAsync(
            """
            (files) => {
              const transfer = new DataTransfer();
              files.forEach(([name, text]) => transfer.items.add(new File([text], name, { type: 'text/plain' })));
              return transfer;
            }
            """,
            new[] { [$"{_name}-1.txt", Texts.Dated(new DateOnly(1959, 2, 1), 1)], new[] { $"{_name}-2.txt", Texts.Dated(new DateOnly(1959, 2, 2), 2) } });

        await page.Page.DispatchEventAsync(".drop-zone", "dragover", new { dataTransfer = files });
        await Expect(page.Page.Locator(".drop-zone.over")).ToBeVisibleAsync();
        await page.Page.DispatchEventAsync(".drop-zone", "drop", new { dataTransfer = files });

        await Expect(page.Page.Locator(".drop-results h4")).ToHaveCountAsync(2);
        await Expect(page.Page.Locator(".drop-zone.over")).ToHaveCountAsync(0);
        Assert.Equal(["Vaccination campaign, day 2", "Vaccination campaign, day 1"], await page.TextsAsync(".drop-results h4"));
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Upload_FileThatCannotBeRead_TellsTheReason()
    {
        await using var page = await pipeline.OpenViewAsync("drop");

        await ChooseAsync(page, new FilePayload { Name = $"{_name}.png", MimeType = "image/png", Buffer = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52] });

        await Expect(page.Page.Locator(".drop-state")).ToHaveTextAsync("1 not readable.");
        var article = await pipeline.ReadAsync($"articles/{ArticleIds.ForFile($"{_name}.png")}");
        Assert.Equal([$"Rejected – {article["detail"]}"], await page.TextsAsync(".drop-results p"));
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Upload_FileOfSeveral_ShowsEachOfThem()
    {
        var lines = Enumerable.Range(1, 12).Select(i => $$"""
            {"id":"{{i}}","title":"Plant number {{i}} opens","published":"1959-03-{{i:00}}","text":"A plant that fills vaccines against measles opened on Tuesday, the first of its kind. It is number {{i}}.\n\nThe World Health Organization still has to approve the process, which it expects to do soon."}
            """);
        await using var page = await pipeline.OpenViewAsync("drop");

        await ChooseAsync(page, FileOf($"{_name}.jsonl", string.Join('\n', lines)));

        await Expect(page.Page.Locator(".drop-state")).ToHaveTextAsync("12 articles served.");
        Assert.Equal(
            Enumerable.Range(1, 12).Select(i => $"Plant number {i} opens").Order(StringComparer.Ordinal),
            (await page.TextsAsync(".drop-results h4")).Order(StringComparer.Ordinal));
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Upload_ChangedFileOfTheSameName_ShowsWhatIsInItNow()
    {
        await using var page = await pipeline.OpenViewAsync("drop");
        await ChooseAsync(page, FileOf($"{_name}.txt", Texts.Dated(new DateOnly(1959, 4, 1), 1)));
        await Expect(page.Page.Locator(".drop-state")).ToHaveTextAsync("1 article served.");

        await ChooseAsync(page, FileOf($"{_name}.txt", Texts.Dated(new DateOnly(1959, 4, 2), 2)));
        await Expect(page.Page.Locator(".drop-state.bad")).ToHaveTextAsync("There is a file of that name already.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Replace it" }).ClickAsync();

        await Expect(page.Page.Locator(".dropped > li").First.Locator(".drop-state")).ToHaveTextAsync("1 article served.");
        Assert.Equal(["Vaccination campaign, day 2", "Vaccination campaign, day 1"], await page.TextsAsync(".drop-results h4"));
        Assert.Equal("Vaccination campaign, day 2", (string?)(await pipeline.ReadAsync($"summaries/{ArticleIds.ForFile($"{_name}.txt")}"))["title"]);
        Assert.Contains("409", Assert.Single(page.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_StorageThatRefuses_SaysSo()
    {
        await using var page = await pipeline.OpenViewAsync("drop");
        await page.Page.RouteAsync(address => address.Contains("sig=", StringComparison.Ordinal), route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 403,
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        }));

        await ChooseAsync(page, FileOf($"{_name}.txt", Texts.Storm));

        await Expect(page.Page.Locator(".drop-state.bad")).ToHaveTextAsync("The storage answered 403.");
    }

    private static Task ChooseAsync(BrowserPage page, FilePayload file) => page.Page.Locator("#files").SetInputFilesAsync(file);

    private static FilePayload FileOf(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };
}
