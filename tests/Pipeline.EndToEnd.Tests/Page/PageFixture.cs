using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Pipeline.LocalHost.Azurite;
using Pipeline.Testing;
using Pipeline.Testing.Browsing;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>A pipeline with the sample articles, and a browser: for all tests of the page.</summary>
public sealed class PageFixture : RunningPipeline
{
    private const float PatienceMilliseconds = 30_000;

    private readonly BrowserFixture _browser = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens an empty page; addresses on it are relative to the API's. Skips the test where the emulator or a browser is missing.</summary>
    /// <param name="options">How it is looked at; null for a light screen.</param>
    public Task<BrowserPage> OpenAsync(PageOptions? options = null) => _browser.Browser.OpenAsync(Http.BaseAddress!, options);

    /// <summary>Opens an empty page on the API of another host.</summary>
    /// <param name="host">The address of the host.</param>
    public Task<BrowserPage> OpenAsync(Uri host) => _browser.Browser.OpenAsync(new Uri(host, "api/"));

    /// <summary>Opens a view of the page.</summary>
    /// <param name="view">Its address below the page's root.</param>
    /// <param name="options">How it is looked at; null for a light screen.</param>
    public async Task<BrowserPage> OpenViewAsync(string view, PageOptions? options = null)
    {
        var page = await OpenAsync(options);
        await page.OpenViewAsync($"page/{view}");
        return page;
    }

    /// <summary>Drops a file and waits until its article is served.</summary>
    /// <returns>The id of the article.</returns>
    public async Task<string> ServeAsync(string name, string text)
    {
        var id = await DropAsync(name, text);
        await WaitForSummaryAsync(id);
        return id;
    }

    /// <summary>Serves an article about vaccines on each of some days, and waits until they are counted.</summary>
    /// <returns>The ids of the articles.</returns>
    public async Task<IReadOnlyList<string>> ServeDaysAsync(DateOnly first, int days)
    {
        var folder = Guid.NewGuid().ToString("N");
        var ids = new List<string>();
        for (var day = 0; day < days; day++)
        {
            ids.Add(await DropAsync($"{folder}/{day}.txt", Texts.Dated(first.AddDays(day), day)));
        }

        foreach (var id in ids)
        {
            await WaitForSummaryAsync(id);
        }

        await WaitAsync($"leading?from={first:yyyy-MM-dd}&to={first.AddDays(days - 1):yyyy-MM-dd}", (_, leading) => (int)leading["articles"]! >= days);
        return ids;
    }

    /// <summary>Asks the API once, and returns the answer's body.</summary>
    public async Task<JsonNode> ReadAsync(string path) => (await GetAsync(path)).Body;

    public override async ValueTask InitializeAsync()
    {
        await _browser.InitializeAsync();
        if (_browser.SkipReason is null)
        {
            await base.InitializeAsync();
            if (SkipReason is null)
            {
                Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
                await BrowserAccess.AllowAsync(ConnectionString, Host.Address, Token);
                await SampleArticles.DropAsync(Storage, Token);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await base.DisposeAsync();
    }
}
