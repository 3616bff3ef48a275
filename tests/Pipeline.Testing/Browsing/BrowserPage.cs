using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Pipeline.Testing.Browsing;

/// <summary>A page, and what went wrong on it.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    // What the page tells of itself: its root has this once a view has all its data.
    private const string Ready = "html[data-ready='true']";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = [];

    internal BrowserPage(IBrowserContext context, IPage page, Uri site)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _problems.Enqueue($"error: {error}");
        page.Request += (_, request) => NoteHost(new Uri(request.Url), site);
        page.Console += (_, message) =>
        {
            // Chromium writes a breach of the content security policy there too; and that a site has no icon, which it asks for by itself.
            if (message.Type == "error" && !message.Location.Contains("/favicon.ico:", StringComparison.Ordinal))
            {
                _problems.Enqueue($"console: {message.Text} ({message.Location})");
            }
        };
    }

    /// <summary>Gets the page itself.</summary>
    public IPage Page { get; }

    /// <summary>
    /// Gets what went wrong until now, in order: <c>error:</c> what a script threw, <c>console:</c> errors, which tell of answers
    /// of 400 and above and of breaches of the content security policy too, <c>host:</c> requests to other hosts than the site's.
    /// </summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>Asserts that nothing went wrong.</summary>
    public void AssertNoProblems() => Assert.True(_problems.IsEmpty, string.Join('\n', _problems));

    /// <summary>Opens an address and waits until the view has all its data.</summary>
    /// <param name="path">The address, relative to the site.</param>
    public async Task OpenViewAsync(string path)
    {
        await Page.GotoAsync(path);
        await WaitForViewAsync();
    }

    /// <summary>Waits until the view has all its data.</summary>
    public Task WaitForViewAsync() => Page.Locator(Ready).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void NoteHost(Uri address, Uri site)
    {
        if (address.Scheme is "http" or "https" or "ws" or "wss" && address.Host != site.Host)
        {
            _problems.Enqueue($"host: {address}");
        }
    }
}
