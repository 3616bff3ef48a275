using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Benchmarks.Running;
using Pipeline.Testing.Hostile;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>Hostile files dropped together with good ones, into the whole pipeline: the good ones are served meanwhile, and each of the others comes to an end.</summary>
internal static class HostileDropRun
{
    private const int GoodSize = 4_000;
    private const string Good = "good";

    // How many of the slowest files are named.
    private const int Slowest = 10;

    // Past the longest that a file may take, five times over: what is tried again and fails each time ends then.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(30);

    // Among files of which each may keep a core busy for a minute, on the two cores that the run needs at least.
    private static readonly TimeSpan MaxGoodWait = TimeSpan.FromMinutes(5);

    /// <summary>Drops the files, and waits until each is at its end.</summary>
    /// <param name="good">How many good articles there are.</param>
    /// <param name="megabytes">How long the hostile files are.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>0 where each good article is served in time and no file failed: each was taken, or rejected with a reason.</returns>
    public static async Task<int> RunAsync(int good, double megabytes, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, make) in HostileFiles.Of((int)(megabytes * (1 << 20))))
        {
            var file = make();
            var name = string.Create(CultureInfo.InvariantCulture, $"hostile/{kinds.Count}/{file.Name}");
            kinds.Add(name, kind);
            await pipeline.DropAsync(name, file.Content.ToArray(), cancellationToken);
        }

        var hostile = kinds.Count;
        foreach (var number in Enumerable.Range(0, good))
        {
            kinds.Add(string.Create(CultureInfo.InvariantCulture, $"good/{number}.txt"), Good);
        }

        await Parallel.ForEachAsync(kinds.Keys.Skip(hostile).Index(), cancellationToken, async (file, token) =>
            await pipeline.DropAsync(file.Item, SyntheticArticles.Make(file.Index, GoodSize), token));

        // Making and dropping the hostile ones takes minutes; the good ones come last.
        var dropped = watch.Elapsed;
        watch.Restart();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MaxWait);
        var ended = new List<EndedFile>();
        await FileProgress.RunAsync("files at their end", kinds.Count, async tell =>
        {
            await foreach (var file in WatchAsync(pipeline, kinds, watch, patience.Token))
            {
                ended.Add(file);
                tell(file.ToString());
            }
        });

        Write(ended);
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{hostile} hostile files of {megabytes:0.#} MB and {good} good ones dropped in {dropped.TotalSeconds:0} s; the good ones served {LastOf(ended, isGood: true):0} s after that, all at their end after {LastOf(ended, isGood: false):0} s."));
        return ended.Exists(IsWrong) ? 1 : 0;
    }

    private static bool IsWrong(EndedFile file) => file.Kind == Good
        ? file.End != "tagged" || file.After > MaxGoodWait
        : file.End.StartsWith("failed", StringComparison.Ordinal);

    /// <summary>Gives each file as it comes to its end.</summary>
    private static async IAsyncEnumerable<EndedFile> WatchAsync(
        LocalPipeline pipeline, Dictionary<string, string> kinds, Stopwatch watch, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var waiting = kinds.Keys.ToList(); waiting.Count > 0;)
        {
            foreach (var name in waiting.ToList())
            {
                if (await FindEndAsync(pipeline, name, cancellationToken) is { } end)
                {
                    waiting.Remove(name);
                    yield return new EndedFile(kinds[name], end, watch.Elapsed);
                }
            }

            await Task.Delay(LocalPipeline.Seldom, cancellationToken);
        }
    }

    /// <summary>Says how a file's articles ended; null while one is neither tagged nor rejected nor failed.</summary>
    private static async Task<string?> FindEndAsync(LocalPipeline pipeline, string name, CancellationToken cancellationToken)
    {
        using var response = await pipeline.Http.GetAsync(new Uri($"articles?blob={Uri.EscapeDataString(name)}&limit=100", UriKind.Relative), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        var items = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["items"]!.AsArray();
        var states = items.Select(item => (State: (string)item!["state"]!, Reason: (string?)item["reason"])).ToList();
        return states.Count > 0 && states.TrueForAll(item => item.State != "pending")
            ? string.Join(", ", states.Select(item => $"{item.State} {item.Reason}".TrimEnd()).Distinct().Order(StringComparer.Ordinal))
            : null;
    }

    private static void Write(List<EndedFile> ended)
    {
        var hostile = ended.Where(file => file.Kind != Good).ToList();
        var ends = new Table().AddColumns("hostile files", "end as");
        foreach (var end in hostile.GroupBy(file => file.End).OrderBy(end => end.Key, StringComparer.Ordinal))
        {
            ends.AddRow(end.Count().ToString(CultureInfo.InvariantCulture), Markup.Escape(end.Key));
        }

        AnsiConsole.Write(ends);
        var last = new Table().AddColumns("the last", "end as", "after, s");
        foreach (var file in hostile.OrderByDescending(file => file.After).Take(Slowest))
        {
            last.AddRow(Markup.Escape(file.Kind), Markup.Escape(file.End), file.After.TotalSeconds.ToString("0", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(last);
    }

    private static double LastOf(List<EndedFile> ended, bool isGood) =>
        ended.Where(file => !isGood || file.Kind == Good).Select(file => file.After.TotalSeconds).DefaultIfEmpty().Max();

    private sealed record EndedFile(string Kind, string End, TimeSpan After)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}, {End}, after {After.TotalSeconds:0} s");
    }
}
