using System.Diagnostics;
using System.Globalization;
using Pipeline.Storage.Keys;
using Spectre.Console;

namespace Pipeline.Benchmarks.Running;

/// <summary>How many articles a second the whole pipeline takes, beside the storage operations of its protocol alone.</summary>
internal static class LoadRun
{
    public static async Task<int> RunAsync(int articles, int size, int clients, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        await pipeline.DropAsync("warm-up.txt", SyntheticArticles.Make(0, size), cancellationToken);
        await pipeline.WaitUntilServedAsync(ArticleIds.ForFile("warm-up.txt"), LocalPipeline.Seldom, cancellationToken);

        using var requests = new StorageRequests(pipeline.Storage);
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = clients, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, articles, parallel, async (number, token) =>
            await pipeline.DropAsync(Name(number), SyntheticArticles.Make(number, size), token));
        var dropped = watch.Elapsed;
        for (var number = 0; number < articles; number++)
        {
            await pipeline.WaitUntilServedAsync(ArticleIds.ForFile(Name(number)), LocalPipeline.Seldom, cancellationToken);
        }

        var served = watch.Elapsed;
        processor = Environment.CpuUsage.TotalTime - processor;
        var sent = requests.Counts;
        string[] ids = [.. Enumerable.Range(0, articles).Select(number => ArticleIds.ForFile(Name(number)))];
        var sizes = await StoredSizes.ReadAsync(pipeline.Storage, ids, size, cancellationToken);
        var operations = BareOperations.Count(sizes.Rows);

        var bare = new BareOperations(pipeline.Storage, sizes);
        await bare.RunAsync("bare-warm-up", cancellationToken);
        var bareProcessor = Environment.CpuUsage.TotalTime;
        watch.Restart();
        await Parallel.ForAsync(0, articles, parallel, async (number, token) => await bare.RunAsync($"bare-{number}", token));
        var alone = watch.Elapsed;
        bareProcessor = Environment.CpuUsage.TotalTime - bareProcessor;
        using var process = Process.GetCurrentProcess();

        AnsiConsole.Write(new Table()
            .AddColumns("", "seconds", "articles/s", "storage operations an article")
            .AddRow("dropped", Seconds(dropped), Rate(articles, dropped), "1")
            .AddRow("dropped and served", Seconds(served), Rate(articles, served), $"{operations}")
            .AddRow("the operations alone", Seconds(alone), Rate(articles, alone), $"{operations}"));
        var table = new Table().AddColumns("service", "method", "status", "requests an article");
        foreach (var ((service, method, status), count) in sent)
        {
            table.AddRow(service, method, $"{status}", PerArticle(count, articles));
        }

        AnsiConsole.Write(table.AddRow("all", "", "", PerArticle(sent.Sum(request => request.Value), articles)));
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"served / alone: {alone.TotalSeconds / served.TotalSeconds:0.00}; processor: {processor.TotalMilliseconds / articles:0} and {bareProcessor.TotalMilliseconds / articles:0} ms an article; largest working set: {process.PeakWorkingSet64 / 1e6:0} MB; stored: {sizes}"));
        return 0;
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"load/{number}.txt");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0}");

    private static string PerArticle(int count, int articles) => string.Create(CultureInfo.InvariantCulture, $"{(double)count / articles:0.0}");

    private static string Rate(int articles, TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{articles / time.TotalSeconds:0.0}");
}
