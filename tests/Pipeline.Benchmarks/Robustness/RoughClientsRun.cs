using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Benchmarks.Running;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Hostile;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>Clients that behave badly, all at once; another asks for a summary meanwhile, and is to be answered.</summary>
internal static class RoughClientsRun
{
    private static readonly RoughClientCounts Counts = new(Odd: 8, Slow: 50, Silent: 50, Large: 8);
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(int seconds, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        await pipeline.DropAsync("a.txt", SyntheticArticles.Make(1, size: 4_000), cancellationToken);
        var id = ArticleIds.ForFile("a.txt");
        await pipeline.WaitUntilServedAsync(id, LocalPipeline.Seldom, cancellationToken);

        var idle = await AskAsync(pipeline, id, seconds, cancellationToken);
        var description = JsonNode.Parse(await pipeline.Http.GetStringAsync(new Uri("openapi.json", UriKind.Relative), cancellationToken))!;
        await using var rough = RoughClients.Start(pipeline.Http.BaseAddress!, description, seed: 7, Counts);
        var meanwhile = await AskAsync(pipeline, id, seconds, cancellationToken);
        await rough.StopAsync();

        AnsiConsole.Write(new Table()
            .AddColumns("", "answers", "others", "p50 ms", "p99 ms", "longest ms")
            .AddRow(Row("alone", idle))
            .AddRow(Row("meanwhile", meanwhile)));
        var (odd, large) = (rough.OddStatuses, rough.LargeAnswers.GroupBy(answer => answer));
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{odd.Count} odd requests, {odd.Count(status => status == 500)} of them answered with 500; large ones: {string.Join(", ", large.Select(answer => $"{answer.Count()} × {answer.Key}"))}."));
        return meanwhile.Others == 0 && odd.All(status => status != 500) ? 0 : 1;
    }

    private static string[] Row(string name, Answers answers) =>
    [
        name, Number(answers.Times.Count), Number(answers.Others), Percentile(answers.Times, 0.5), Percentile(answers.Times, 0.99), Percentile(answers.Times, 1),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? "" : Percentiles.Of(sorted, share).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Asks for the summary again and again, for some time.</summary>
    private static async Task<Answers> AskAsync(LocalPipeline pipeline, string id, int seconds, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var others = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            var asked = Stopwatch.GetTimestamp();
            using var response = await pipeline.Http.GetAsync(new Uri($"summaries/{id}", UriKind.Relative), cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
            else
            {
                others++;
            }

            await Task.Delay(AskInterval, cancellationToken);
        }

        times.Sort();
        return new Answers(times, others);
    }

    private sealed record Answers(List<double> Times, int Others);
}
