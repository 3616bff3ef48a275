using Xunit;

namespace Pipeline.Testing.Browsing;

/// <summary>One browser for a collection of tests.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private Chromium? _browser;

    /// <summary>Gets why there is no browser on this machine; null where there is.</summary>
    public string? SkipReason { get; private set; }

    /// <summary>Gets the browser. Skips the test, with the reason, where there is none.</summary>
    public Chromium Browser
    {
        get
        {
            if (SkipReason is not null)
            {
                Assert.Skip(SkipReason);
            }

            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            _browser = await Chromium.StartAsync();
        }
        catch (BrowserMissingException ex)
        {
            SkipReason = ex.Message;
        }
    }

    public ValueTask DisposeAsync() => _browser?.DisposeAsync() ?? ValueTask.CompletedTask;
}
