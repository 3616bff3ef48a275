using System.Diagnostics;
using System.Globalization;
using Pipeline.Benchmarks.Running;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Statistics;

namespace Pipeline.Benchmarks.Load;

/// <summary>Measures runs on a pipeline that is warm. Each has articles of its own, which are no reprints of those of another.</summary>
internal sealed class LoadMeter(LocalPipeline pipeline, LoadOptions options, LoadProgress progress)
{
    // Whose rows and blobs the bare operations write: enough for all that an article may have more or less of.
    private const int StoredArticles = 50;

    /// <summary>Serves articles that are not measured: code is compiled when it first runs.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        const string Title = "warm-up: ";
        await ServeAsync([.. Enumerable.Range(0, options.WarmUp)], Title, cancellationToken);
        if (options.IsCounted)
        {
            await WaitUntilCountedAsync(Title, cancellationToken);
        }
    }

    /// <summary>Measures a run: the pipeline, and then the storage operations of the same articles alone.</summary>
    /// <param name="run">Its number, from 0 on.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<LoadMeasurement> MeasureAsync(int run, CancellationToken cancellationToken)
    {
        int[] numbers = [.. Enumerable.Range(options.WarmUp + (run * options.Articles), options.Articles)];
        var title = string.Create(CultureInfo.InvariantCulture, $"run {run + 1} of {options.Runs}: ");

        var served = await ServeAsync(numbers, title, cancellationToken);
        var peak = PeakWorkingSet();
        var counted = options.IsCounted ? served.Elapsed + await WaitUntilCountedAsync(title, cancellationToken) : TimeSpan.Zero;
        var operations = new BareOperations(pipeline.Storage, await ReadStoredAsync(numbers, cancellationToken), options.Size);
        var bare = await RunBareAsync(numbers, operations, title, cancellationToken);

        return new LoadMeasurement
        {
            DroppedSeconds = served.Dropped.TotalSeconds,
            ServedSeconds = served.Elapsed.TotalSeconds,
            CountedSeconds = counted.TotalSeconds,
            BareSeconds = bare.Elapsed.TotalSeconds,
            ArticlesPerSecond = options.Articles / served.Elapsed.TotalSeconds,
            BareArticlesPerSecond = options.Articles / bare.Elapsed.TotalSeconds,
            RatioToBare = bare.Elapsed / served.Elapsed,
            ProcessorMillisecondsPerArticle = served.Use.Processor.TotalMilliseconds / options.Articles,
            BareProcessorMillisecondsPerArticle = bare.Use.Processor.TotalMilliseconds / options.Articles,
            AllocatedBytesPerArticle = (double)served.Use.AllocatedBytes / options.Articles,
            PeakWorkingSetBytes = peak,
            StorageOperationsPerArticle = operations.Count,
            Requests = served.Requests,
        };
    }

    /// <summary>Drops all articles at once, and waits until the last one is served.</summary>
    private async Task<Served> ServeAsync(int[] numbers, string title, CancellationToken cancellationToken)
    {
        var tellDropped = progress.Start(title + "dropped", numbers.Length);
        var tellServed = progress.Start(title + "served", numbers.Length);
        using var requests = new StorageRequests(pipeline.Storage);
        var before = ProcessUse.Now;
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(numbers, Parallelism(cancellationToken), async (number, token) =>
        {
            await pipeline.DropAsync(Name(number), SyntheticArticles.Make(number, options.Size), token);
            tellDropped();
        });
        var dropped = watch.Elapsed;

        // One after the other, so that asking is no load.
        foreach (var number in numbers)
        {
            await pipeline.WaitUntilServedAsync(Id(number), LocalPipeline.Seldom, cancellationToken);
            tellServed();
        }

        return new Served(
            dropped,
            watch.Elapsed,
            ProcessUse.Now - before,
            [.. requests.Counts.Select(request => new RequestCount(request.Key.Service, request.Key.Method, request.Key.Status, request.Value))]);
    }

    private async Task<IReadOnlyList<StoredArticle>> ReadStoredAsync(int[] numbers, CancellationToken cancellationToken)
    {
        var stored = new List<StoredArticle>();
        foreach (var number in numbers.Take(StoredArticles))
        {
            stored.Add(await StoredArticle.ReadAsync(pipeline.Storage, Id(number), cancellationToken));
        }

        return stored;
    }

    /// <summary>Waits until the listings are counted: the host does so when no more articles wait, and would take storage's time from what is measured next.</summary>
    /// <returns>How long that took.</returns>
    private async Task<TimeSpan> WaitUntilCountedAsync(string title, CancellationToken cancellationToken)
    {
        var tell = progress.Start(title + "listings counted", 1);
        var marks = new DirtyStore(pipeline.Storage);
        var watch = Stopwatch.StartNew();
        while (await marks.ReadAsync(limit: 1, cancellationToken) is not [])
        {
            await Task.Delay(LocalPipeline.Seldom, cancellationToken);
        }

        tell();
        return watch.Elapsed;
    }

    private async Task<(TimeSpan Elapsed, ProcessUse Use)> RunBareAsync(int[] numbers, BareOperations bare, string title, CancellationToken cancellationToken)
    {
        await bare.RunAsync(number: 0, string.Create(CultureInfo.InvariantCulture, $"bare-warm-up-{numbers[0]}"), cancellationToken);
        var tell = progress.Start(title + "the operations alone", numbers.Length);
        var before = ProcessUse.Now;
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(numbers, Parallelism(cancellationToken), async (number, token) =>
        {
            await bare.RunAsync(number, string.Create(CultureInfo.InvariantCulture, $"bare-{number}"), token);
            tell();
        });
        return (watch.Elapsed, ProcessUse.Now - before);
    }

    private ParallelOptions Parallelism(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = options.Clients, CancellationToken = cancellationToken };

    private static long PeakWorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static string Id(int number) => ArticleIds.ForFile(Name(number));

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"load/{number}.txt");

    private sealed record Served(TimeSpan Dropped, TimeSpan Elapsed, ProcessUse Use, IReadOnlyList<RequestCount> Requests);
}
