using System.Text.Json;

namespace Pipeline.Benchmarks.Page;

/// <summary>How one cold load of a view went, as the browser tells it.</summary>
internal sealed record LoadFigures
{
    /// <summary>A script that goes before the page's own and gathers the figures, in the names of the properties.</summary>
    public const string Gather = """
        window.loadFigures = { layoutShift: 0 };
        new MutationObserver(() => {
            if (!loadFigures.ready && document.documentElement?.dataset.ready === 'true') {
                const loads = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                loadFigures.ready = performance.now();
                loadFigures.requests = loads.length;
                loadFigures.transferredBytes = loads.reduce((sum, load) => sum + load.transferSize, 0);
            }
        }).observe(document, { attributes: true, attributeFilter: ['data-ready'], childList: true, subtree: true });
        new PerformanceObserver(list => {
            loadFigures.firstContentfulPaint ??= list.getEntriesByName('first-contentful-paint')[0]?.startTime;
        }).observe({ type: 'paint', buffered: true });
        new PerformanceObserver(list => {
            loadFigures.layoutShift += list.getEntries().reduce((sum, entry) => sum + entry.value, 0);
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>A function that returns the figures as JSON, once the view is ready and painted.</summary>
    public const string Read = """
        async () => {
            while (!loadFigures.ready || !loadFigures.firstContentfulPaint) {
                await new Promise(requestAnimationFrame);
            }

            return JSON.stringify(loadFigures);
        }
        """;

    /// <summary>Gets the time from the start of the navigation until the first text or picture is there, in milliseconds.</summary>
    public required double FirstContentfulPaint { get; init; }

    /// <summary>Gets the time from the start of the navigation until the view has all its data and can be used, in milliseconds.</summary>
    public required double Ready { get; init; }

    /// <summary>Gets the sum of the layout shift scores: 0 where nothing jumps (W3C, Layout Instability).</summary>
    public required double LayoutShift { get; init; }

    /// <summary>Gets how much was transferred until then, in bytes: bodies as compressed, and 300 bytes a request, as the browser reckons heads (W3C, Resource Timing).</summary>
    public required long TransferredBytes { get; init; }

    /// <summary>Gets how many requests had been answered until then, the document's own included.</summary>
    public required int Requests { get; init; }

    public static LoadFigures Parse(string json) => JsonSerializer.Deserialize<LoadFigures>(json, JsonSerializerOptions.Web)!;

    /// <summary>Returns the median of each figure.</summary>
    /// <param name="loads">At least one.</param>
    public static LoadFigures MedianOf(IReadOnlyCollection<LoadFigures> loads) => new()
    {
        FirstContentfulPaint = Median(loads, load => load.FirstContentfulPaint),
        Ready = Median(loads, load => load.Ready),
        LayoutShift = Median(loads, load => load.LayoutShift),
        TransferredBytes = Median(loads, load => load.TransferredBytes),
        Requests = Median(loads, load => load.Requests),
    };

    private static T Median<T>(IReadOnlyCollection<LoadFigures> loads, Func<LoadFigures, T> figure) =>
        loads.Select(figure).Order().ElementAt(loads.Count / 2);
}
