using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Benchmarks.Running;
using Pipeline.Storage;
using Pipeline.Storage.Generations;
using Pipeline.Storage.Index;

namespace Pipeline.Benchmarks.Reading;

/// <summary>Requests a second to the running app, and how long each takes, beside the bare read of the same rows through the SDK by as many callers.</summary>
internal static class RequestsRun
{
    private static readonly int[] Callers = [1, 16, 64];
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(int articles, string? markdown, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        var corpus = new ReadingCorpus(pipeline.Storage, articles);
        await corpus.LoadAsync(cancellationToken);
        var heads = pipeline.Storage.Tables.GetTableClient(TableNames.Articles);
        var index = pipeline.Storage.Tables.GetTableClient(TableNames.IndexOf(IndexGenerations.First));
        var newest = $"PartitionKey ge '{IndexListing.Issue(ReadingCorpus.Popular)}_0_' and PartitionKey le '{IndexListing.Issue(ReadingCorpus.Popular)}_0_~'";
        var columns = IndexRows.Properties(IndexColumns.Listing);

        (string Name, Func<int, Task> Request, Func<int, Task> Bare)[] reads =
        [
            ("summary by id", i => GetAsync(pipeline, $"summaries/{corpus.IdWithHead(i)}"), i => heads.GetEntityAsync<TableEntity>(corpus.IdWithHead(i), "head", cancellationToken: cancellationToken)),
            ("page of 20", _ => GetAsync(pipeline, $"summaries?issue={ReadingCorpus.Popular}"), _ => ReadPageAsync(index.QueryAsync<TableEntity>(newest, 21, columns, cancellationToken))),
        ];

        var table = new ReportTable("read", "callers", "requests/s", "p50 ms", "p99 ms", "bare reads/s", "bare p50 ms", "bare p99 ms", "ratio of rates");
        foreach (var (name, request, bare) in reads)
        {
            foreach (var callers in Callers)
            {
                await MeasureAsync(callers, TimeSpan.FromSeconds(2), request, cancellationToken);
                var served = await MeasureAsync(callers, Length, request, cancellationToken);
                var read = await MeasureAsync(callers, Length, bare, cancellationToken);
                table.Add(
                    name, $"{callers}",
                    ReportTable.Number(served.Rate, "0"), ReportTable.Number(served.At(0.5), "0.0"), ReportTable.Number(served.At(0.99), "0.0"),
                    ReportTable.Number(read.Rate, "0"), ReportTable.Number(read.At(0.5), "0.0"), ReportTable.Number(read.At(0.99), "0.0"),
                    ReportTable.Number(served.Rate / read.Rate, "0.00"));
            }
        }

        table.Write(markdown);
        return 0;
    }

    private static async Task ReadPageAsync(AsyncPageable<TableEntity> rows)
    {
        await foreach (var page in rows.AsPages())
        {
            return;
        }
    }

    private static async Task GetAsync(LocalPipeline pipeline, string path)
    {
        using var response = await pipeline.Http.GetAsync(new Uri(path, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<Latencies> MeasureAsync(int callers, TimeSpan length, Func<int, Task> call, CancellationToken cancellationToken)
    {
        var whole = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(
            async () =>
            {
                var own = new List<double>();
                for (var i = caller; whole.Elapsed < length; i += callers)
                {
                    var one = Stopwatch.StartNew();
                    await call(i);
                    own.Add(one.Elapsed.TotalMilliseconds);
                }

                return own;
            },
            cancellationToken)));
        return new Latencies([.. times.SelectMany(own => own).Order()], whole.Elapsed);
    }

    private sealed record Latencies(double[] Sorted, TimeSpan Elapsed)
    {
        public double Rate => Sorted.Length / Elapsed.TotalSeconds;

        public double At(double share) => Percentiles.Of(Sorted, share);
    }
}
