using Pipeline.Testing.Browsing;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>What tests of several views assert.</summary>
internal static class PageAsserts
{
    /// <summary>Asserts that nothing is wider than the window.</summary>
    /// <param name="page">The page.</param>
    /// <param name="options">How it is looked at; a telephone's own width grows with what overflows it.</param>
    public static async Task AssertFitsAsync(this BrowserPage page, PageOptions options)
    {
        var width = await page.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
        var widest = await page.Page.EvaluateAsync<string[]>(
            "width => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width).slice(0, 20).map(one => `${one.tagName} ${one.className}`)", options.Width);
        Assert.True(width <= options.Width, $"{width} wide: {string.Join(", ", widest)}");
    }

    /// <summary>Returns the texts of all elements that a selector finds, with what is hidden from the eye alone.</summary>
    public static Task<IReadOnlyList<string>> TextsAsync(this BrowserPage page, string selector) => page.Page.Locator(selector).AllTextContentsAsync();

    /// <summary>Returns the addresses of all links that a selector finds, as the document has them, without the page's root.</summary>
    public static Task<string[]> LinksAsync(this BrowserPage page, string selector) => page.Page.Locator(selector).EvaluateAllAsync<string[]>(
        "links => links.map(link => link.getAttribute('href').replace(document.documentElement.dataset.root, ''))");
}
