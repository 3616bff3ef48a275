using System.Globalization;
using System.Text.Json;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Benchmarks.Running;
using Pipeline.Testing;
using Pipeline.Testing.Browsing;

namespace Pipeline.Benchmarks.Page;

/// <summary>How fast each view is there, on the sample articles: the median of several loads with nothing cached by the browser. The pipeline is warm.</summary>
internal static class PageRun
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(int loads, string? only, string? markdown, string? json, CancellationToken cancellationToken)
    {
        await using var browser = await Chromium.StartAsync();
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        await SampleArticles.DropAsync(pipeline.Storage, cancellationToken);

        var table = new ReportTable("view", "first contentful paint ms", "ready ms", "layout shift", "transferred KB", "requests");
        var medians = new Dictionary<string, LoadFigures>();
        foreach (var view in PageView.All.Where(view => only is null || view.Name == only))
        {
            await LoadAsync(browser, pipeline, view);
            var figures = new List<LoadFigures>();
            for (var load = 0; load < loads; load++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                figures.Add(await LoadAsync(browser, pipeline, view));
            }

            var median = LoadFigures.MedianOf(figures);
            medians.Add(view.Name, median);
            table.Add(
                view.Name,
                ReportTable.Number(median.FirstContentfulPaint, "0"),
                ReportTable.Number(median.Ready, "0"),
                ReportTable.Number(median.LayoutShift, "0.000"),
                ReportTable.Number(median.TransferredBytes / 1024.0, "0.0"),
                median.Requests.ToString(CultureInfo.InvariantCulture));
        }

        table.Write(markdown);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(medians, Indented), cancellationToken);
        }

        return 0;
    }

    private static async Task<LoadFigures> LoadAsync(Chromium browser, LocalPipeline pipeline, PageView view)
    {
        await using var page = await browser.OpenAsync(pipeline.Http.BaseAddress!);
        await page.Page.AddInitScriptAsync(LoadFigures.Gather);
        await page.OpenViewAsync(view.Address);
        return LoadFigures.Parse(await page.Page.EvaluateAsync<string>(LoadFigures.Read));
    }
}
