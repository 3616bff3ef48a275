using Microsoft.Playwright;

namespace Pipeline.Testing.Browsing;

/// <summary>A browser without a window, which opens pages that share nothing.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts the browser that <see cref="ChromiumExecutable"/> finds, else the one that Playwright installed.</summary>
    /// <exception cref="BrowserMissingException">There is none.</exception>
    /// <exception cref="FileNotFoundException">There is none at the path that was named.</exception>
    public static async Task<Chromium> StartAsync()
    {
        var found = ChromiumExecutable.Find();
        var playwright = await Playwright.CreateAsync();
        try
        {
            var path = found ?? playwright.Chromium.ExecutablePath;
            if (!File.Exists(path))
            {
                throw new BrowserMissingException();
            }

            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,

                // The sandbox refuses to run as root, who is alone in a container.
                ChromiumSandbox = !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
            });
            return new Chromium(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Opens an empty page in a context of its own.</summary>
    /// <param name="site">The site that is to be visited, with a slash at its end; relative addresses are resolved against it.</param>
    /// <param name="options">How it is looked at; null for a light screen.</param>
    public async Task<BrowserPage> OpenAsync(Uri site, PageOptions? options = null)
    {
        var context = await _browser.NewContextAsync((options ?? new PageOptions()).Describe(site));
        return new BrowserPage(context, await context.NewPageAsync(), site);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
