using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Benchmarks.Running;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Requests;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>
/// Clients that behave badly, all at once: odd requests without pause, requests that come a byte at a time, connections on which nothing
/// comes, headers and bodies of 10 MB. Another client asks for a summary meanwhile, and is to be answered.
/// </summary>
internal static class RoughClientsRun
{
    private const int OddClients = 8;
    private const int SlowClients = 50;
    private const int SilentClients = 50;
    private const int LargeClients = 8;
    private const int Large = 10 * 1024 * 1024;

    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(int seconds, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        await pipeline.DropAsync("a.txt", SyntheticArticles.Make(1, size: 4_000), cancellationToken);
        var id = ArticleIds.ForFile("a.txt");
        await pipeline.WaitUntilServedAsync(id, LocalPipeline.Seldom, cancellationToken);

        var idle = await AskAsync(pipeline, id, seconds, cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (odd, large) = (new ConcurrentBag<int>(), new ConcurrentBag<string>());
        var description = JsonNode.Parse(await pipeline.Http.GetStringAsync(new Uri("openapi.json", UriKind.Relative), cancellationToken))!;
        var requests = new OddRequests(description, new Dictionary<string, string[]>(), seed: 7);
        var server = pipeline.Http.BaseAddress!;
        Task[] rough =
        [
            .. Enumerable.Range(0, OddClients).Select(client => SendOddAsync(server, requests, client, odd, end.Token)),
            .. Enumerable.Range(0, SlowClients).Select(_ => SendSlowlyAsync(server, end.Token)),
            .. Enumerable.Range(0, SilentClients).Select(_ => SayNothingAsync(server, end.Token)),
            .. Enumerable.Range(0, LargeClients).Select(client => SendLargeAsync(server, client % 2 == 0, large, end.Token)),
        ];
        var meanwhile = await AskAsync(pipeline, id, seconds, cancellationToken);
        await end.CancelAsync();
        await Task.WhenAll(rough);

        AnsiConsole.Write(new Table()
            .AddColumns("", "answers", "others", "p50 ms", "p99 ms", "longest ms")
            .AddRow(Row("alone", idle))
            .AddRow(Row("meanwhile", meanwhile)));
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{odd.Count} odd requests, {odd.Count(status => status == 500)} of them answered with 500; large ones: {string.Join(", ", large.GroupBy(answer => answer).Select(answer => $"{answer.Count()} × {answer.Key}"))}."));
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

    private static Task SendOddAsync(Uri server, OddRequests requests, int client, ConcurrentBag<int> statuses, CancellationToken cancellationToken) => UntilTheEndAsync(
        async () =>
        {
            for (var number = client; ; number += OddClients)
            {
                statuses.Add((await requests.Make(number).SendAsync(server, cancellationToken)).Status);
            }
        },
        cancellationToken);

    private static Task SendSlowlyAsync(Uri server, CancellationToken cancellationToken) => UntilTheEndAsync(
        async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.Port, cancellationToken);
            foreach (var one in Encoding.ASCII.GetBytes($"GET /api/summaries HTTP/1.1\r\nHost: {server.Authority}\r\nX-Slow: {new string('a', 1_000)}\r\n\r\n"))
            {
                await client.GetStream().WriteAsync(new[] { one }, cancellationToken);
                await Task.Delay(500, cancellationToken);
            }
        },
        cancellationToken);

    private static Task SayNothingAsync(Uri server, CancellationToken cancellationToken) => UntilTheEndAsync(
        async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.Port, cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        },
        cancellationToken);

    private static Task SendLargeAsync(Uri server, bool isBody, ConcurrentBag<string> answers, CancellationToken cancellationToken) => UntilTheEndAsync(
        async () =>
        {
            var filling = new string('x', Large);
            while (true)
            {
                var request = isBody ? new RawRequest("POST", "/api/reconcile", [], filling) : new RawRequest("GET", "/api/summaries", [$"X-Large: {filling}"]);
                answers.Add($"{(isBody ? "body" : "header")} {(await request.SendAsync(server, cancellationToken)).Status}");
            }
        },
        cancellationToken);

    /// <summary>Does something until all is at an end; where the server breaks the connection, again.</summary>
    private static async Task UntilTheEndAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or InvalidDataException)
            {
                // The server had enough of this client, or the run is over.
            }
        }
    }

    private sealed record Answers(List<double> Times, int Others);
}
