using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Benchmarks.Running;
using Pipeline.Storage.Keys;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>Hostile files dropped together with good ones, into the whole pipeline: the good ones are served meanwhile, and each of the others comes to an end.</summary>
internal static class HostileDropRun
{
    private const int GoodSize = 4_000;

    // Past the longest that a file may take, five times over: what is tried again and fails each time ends then.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(30);

    public static async Task<int> RunAsync(int good, double megabytes, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        var hostile = HostileFiles.Of((int)(megabytes * (1 << 20))).ToList();
        var watch = Stopwatch.StartNew();
        var names = new List<string>();
        foreach (var (file, number) in hostile.Select((file, number) => (file.Value(), number)))
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"hostile/{number}/{file.Name}"));
            await pipeline.DropAsync(names[^1], file.Content.ToArray(), cancellationToken);
        }

        await Parallel.ForAsync(0, good, cancellationToken, async (number, token) =>
            await pipeline.DropAsync(GoodName(number), SyntheticArticles.Make(number, GoodSize), token));
        var dropped = watch.Elapsed;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MaxWait);
        for (var number = 0; number < good; number++)
        {
            await pipeline.WaitUntilServedAsync(ArticleIds.ForFile(GoodName(number)), LocalPipeline.Seldom, patience.Token);
        }

        var served = watch.Elapsed;
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var end = await WaitForEndAsync(pipeline, name, patience.Token);
            ends[end] = ends.GetValueOrDefault(end) + 1;
        }

        var table = new Table().AddColumns("hostile files", "end as");
        foreach (var (end, files) in ends)
        {
            table.AddRow(files.ToString(CultureInfo.InvariantCulture), Markup.Escape(end));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{hostile.Count} hostile files of {megabytes:0.#} MB and {good} good ones dropped in {dropped.TotalSeconds:0} s; the good ones served after {served.TotalSeconds:0} s, all at their end after {watch.Elapsed.TotalSeconds:0} s."));
        return ends.Keys.Any(end => end.StartsWith("failed", StringComparison.Ordinal)) ? 1 : 0;
    }

    /// <summary>Waits until a file's articles are tagged or rejected, and says which.</summary>
    private static async Task<string> WaitForEndAsync(LocalPipeline pipeline, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await pipeline.Http.GetAsync(new Uri($"articles?blob={Uri.EscapeDataString(name)}&limit=100", UriKind.Relative), cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                var items = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["items"]!.AsArray();
                var states = items.Select(item => (State: (string)item!["state"]!, Reason: (string?)item["reason"])).ToList();
                if (states.Count > 0 && states.TrueForAll(item => item.State != "pending"))
                {
                    return string.Join(", ", states.Select(item => $"{item.State} {item.Reason}".TrimEnd()).Distinct().Order(StringComparer.Ordinal));
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    private static string GoodName(int number) => string.Create(CultureInfo.InvariantCulture, $"good/{number}.txt");
}
