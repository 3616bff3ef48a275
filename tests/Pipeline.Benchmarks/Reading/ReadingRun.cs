using System.Diagnostics;
using Pipeline.Benchmarks.Reporting;
using Pipeline.LocalHost.Azurite;
using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Statistics;
using Pipeline.Storage;
using Pipeline.Storage.Generations;

namespace Pipeline.Benchmarks.Reading;

/// <summary>What each read costs that users wait for: calls of storage, entities for each one served, and time beside the same reads issued bare.</summary>
internal static class ReadingRun
{
    private const int PageSize = 20;
    private const int DeepPage = 1_000;
    private const int Runs = 11;
    private const double MaxEntitiesOfAServedOne = 1.2;

    public static async Task<int> RunAsync(int[] sizes, string? markdown, CancellationToken cancellationToken)
    {
        var isWithin = true;
        var table = new ReportTable("articles", "read", "calls", "entities", "served", "entities a served one", "median ms", "bare median ms", "ratio");
        foreach (var size in sizes)
        {
            await using var azurite = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, cancellationToken: cancellationToken);
            var clients = ArticleStorageClients.FromConnectionString(azurite.ConnectionString);
            await new StorageProvisioner(clients, new GenerationStore(clients)).EnsureCreatedAsync(cancellationToken);
            var corpus = new ReadingCorpus(clients, size);
            var (rows, heads, counting) = await corpus.LoadAsync(cancellationToken);
            Console.Error.WriteLine($"{size} articles: rows loaded in {rows.TotalSeconds:0} s, heads in {heads.TotalSeconds:0} s, counts in {counting.TotalSeconds:0} s");

            using var transport = new CountingTransport();
            using var counted = new ReadingApp(ArticleStorageClients.FromConnectionString(azurite.ConnectionString, options => options.Transport = transport));
            using var timed = new ReadingApp(clients);
            foreach (var (name, read) in await ReadsAsync(timed, corpus, cancellationToken))
            {
                isWithin &= await MeasureAsync(table, size, name, read, counted, timed, transport, clients, cancellationToken);
            }
        }

        table.Write(markdown);
        return isWithin ? 0 : 1;
    }

    /// <returns>Whether it reads hardly more than it serves.</returns>
    private static async Task<bool> MeasureAsync(
        ReportTable table,
        int size,
        string name,
        Func<ReadingApp, Task<int>> read,
        ReadingApp counted,
        ReadingApp timed,
        CountingTransport transport,
        ArticleStorageClients clients,
        CancellationToken cancellationToken)
    {
        // What is looked at once in ten seconds, taxonomy and generation, is no part of a request.
        await read(counted);
        transport.Reset();
        var served = await read(counted);
        var (reads, entities) = transport.Counts();
        var bare = new BareReads(clients, reads);
        await read(timed);
        await bare.RunAsync(cancellationToken);

        List<double> times = [], bareTimes = [];
        for (var run = 0; run < Runs; run++)
        {
            times.Add(await TimeAsync(() => read(timed)));
            bareTimes.Add(await TimeAsync(() => bare.RunAsync(cancellationToken)));
        }

        var (median, bareMedian) = (Percentiles.Median(times), Percentiles.Median(bareTimes));
        table.Add(
            $"{size}",
            name,
            $"{reads.Count}",
            $"{entities}",
            $"{served}",
            ReportTable.Number(served == 0 ? 0 : (double)entities / served, "0.00"),
            ReportTable.Number(median, "0.0"),
            ReportTable.Number(bareMedian, "0.0"),
            ReportTable.Number(median / bareMedian, "0.00"));
        return entities <= Math.Max(1, served) * MaxEntitiesOfAServedOne + 1;
    }

    private static async Task<IReadOnlyList<(string Name, Func<ReadingApp, Task<int>> Read)>> ReadsAsync(ReadingApp app, ReadingCorpus corpus, CancellationToken cancellationToken)
    {
        Func<ReadingApp, Task<int>> Page(SummaryListParameters parameters) =>
            async reading => (await reading.Summaries.ListAsync(parameters with { Limit = $"{PageSize}" }, cancellationToken)).Value!.Items.Count;

        var popular = new SummaryListParameters { Issues = [ReadingCorpus.Popular] };
        return
        [
            ("summary by id", async reading => (await reading.Summaries.GetAsync(corpus.IdWithHead(7), null, null, cancellationToken)).Value is null ? 0 : 1),
            ("first page, popular issue", Page(popular)),
            ("deep page, popular issue", Page(popular with { Cursor = await DeepCursorAsync(app, popular, cancellationToken) })),
            ("first page, rare issue", Page(new SummaryListParameters { Issues = [ReadingCorpus.Rare] })),
            ("first page of a day", Page(new SummaryListParameters { Date = "2025-03-14" })),
            ("first page, issue with narrower ones", Page(new SummaryListParameters { Issues = [ReadingCorpus.Branch], Narrower = "true" })),
            ("digest of an issue, a week", async reading => (await reading.Digests.GetIssueAsync(ReadingCorpus.Popular, "2025-03-01", "2025-03-07", null, null, cancellationToken)).Value!.Articles),
            ("timeline of an issue by month", async reading => (await reading.Timelines.GetAsync(new TimelineParameters(ReadingCorpus.Popular, null, null, null, null), cancellationToken)).Value!.Points.Count),
            ("timeline of an issue by day, 90 days", async reading => (await reading.Timelines.GetAsync(new TimelineParameters(ReadingCorpus.Popular, "2025-01-01", "2025-03-31", "day", null), cancellationToken)).Value!.Points.Count),
        ];
    }

    /// <summary>Returns the cursor of the thousandth page, or of the last full one where there are fewer.</summary>
    private static async Task<string?> DeepCursorAsync(ReadingApp app, SummaryListParameters parameters, CancellationToken cancellationToken)
    {
        string? cursor = null;
        for (var rows = 0; rows < DeepPage * PageSize; rows += SummaryListParameters.MaxLimit)
        {
            var page = (await app.Summaries.ListAsync(parameters with { Cursor = cursor, Limit = $"{SummaryListParameters.MaxLimit}" }, cancellationToken)).Value!;
            if (page.Next is null)
            {
                break;
            }

            cursor = page.Next;
        }

        return cursor;
    }

    private static async Task<double> TimeAsync(Func<Task<int>> read)
    {
        var watch = Stopwatch.StartNew();
        await read();
        return watch.Elapsed.TotalMilliseconds;
    }
}
