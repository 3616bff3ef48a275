using System.Globalization;
using Microsoft.Playwright;
using Pipeline.Benchmarks.Running;
using Pipeline.Testing;
using Pipeline.Testing.Browsing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Page;

/// <summary>Pictures of each view, made of the sample articles: light and dark on a screen, and on a telephone.</summary>
internal static class ScreenshotsRun
{
    private static readonly (string Name, PageOptions Options)[] Looks =
    [
        ("light", new PageOptions()),
        ("dark", new PageOptions { ColorScheme = ColorScheme.Dark }),
        ("phone", PageOptions.Phone),
    ];

    public static async Task<int> RunAsync(string folder, string? only, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var browser = await Chromium.StartAsync();
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        await SampleArticles.DropAsync(pipeline.Storage, cancellationToken);
        foreach (var view in PageView.All.Where(view => only is null || view.Name == only))
        {
            foreach (var (look, options) in Looks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await using var page = await browser.OpenAsync(pipeline.Http.BaseAddress!, options);
                await page.OpenViewAsync(view.Address);
                var picture = await page.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = view.IsFullPage, Animations = ScreenshotAnimations.Disabled });
                var file = Path.Combine(folder, $"{view.Name}-{look}.png");
                await File.WriteAllBytesAsync(file, picture, cancellationToken);
                AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {picture.Length / 1024.0:0} KB"));
            }
        }

        return 0;
    }
}
