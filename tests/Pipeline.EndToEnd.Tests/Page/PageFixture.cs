using Pipeline.Testing;
using Pipeline.Testing.Browsing;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>A pipeline with the sample articles, and a browser: for all tests of the page.</summary>
public sealed class PageFixture : RunningPipeline
{
    private readonly BrowserFixture _browser = new();

    /// <summary>Opens an empty page; addresses on it are relative to the API's. Skips the test where the emulator or a browser is missing.</summary>
    /// <param name="options">How it is looked at; null for a light screen.</param>
    public Task<BrowserPage> OpenAsync(PageOptions? options = null) => _browser.Browser.OpenAsync(Http.BaseAddress!, options);

    public override async ValueTask InitializeAsync()
    {
        await _browser.InitializeAsync();
        if (_browser.SkipReason is null)
        {
            await base.InitializeAsync();
            if (SkipReason is null)
            {
                await SampleArticles.DropAsync(Storage, TestContext.Current.CancellationToken);
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await base.DisposeAsync();
    }
}
