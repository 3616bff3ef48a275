using Microsoft.Playwright;

namespace Pipeline.Testing.Browsing;

/// <summary>How a page is looked at.</summary>
public sealed record PageOptions
{
    /// <summary>Gets a telephone's window, with touch.</summary>
    public static PageOptions Phone { get; } = new() { Width = 390, Height = 844, IsPhone = true };

    /// <summary>Gets the colour scheme that the user prefers.</summary>
    /// <value>The default is light.</value>
    public ColorScheme ColorScheme { get; init; } = ColorScheme.Light;

    /// <summary>Gets the width of the window, in CSS pixels.</summary>
    /// <value>The default is 1280.</value>
    public int Width { get; init; } = 1280;

    /// <summary>Gets the height of the window, in CSS pixels.</summary>
    /// <value>The default is 800.</value>
    public int Height { get; init; } = 800;

    /// <summary>Gets a value indicating whether it is a telephone: it obeys the page's own viewport, and is touched.</summary>
    public bool IsPhone { get; init; }

    /// <summary>Describes a browser context of its own, with nothing cached: in English with days before months, in UTC, one device pixel a CSS pixel, without motion.</summary>
    /// <param name="site">The address that relative ones are resolved against.</param>
    internal BrowserNewContextOptions Describe(Uri site) => new()
    {
        BaseURL = site.AbsoluteUri,
        ColorScheme = ColorScheme,
        DeviceScaleFactor = 1,
        HasTouch = IsPhone,
        IsMobile = IsPhone,
        Locale = "en-GB",
        ReducedMotion = ReducedMotion.Reduce,
        TimezoneId = "UTC",
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
    };
}
