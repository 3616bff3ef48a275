using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Testing.Requests;

namespace Pipeline.Testing.Hostile;

/// <summary>
/// Clients of an API that behave badly, all at once, until they are disposed of: odd requests without pause, requests that come a byte
/// at a time, connections on which nothing comes, headers and bodies of 10 MB.
/// </summary>
public sealed class RoughClients : IAsyncDisposable
{
    private const int Large = 10 * 1024 * 1024;

    private static readonly TimeSpan ByteInterval = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<int> _oddStatuses = [];
    private readonly ConcurrentBag<string> _largeAnswers = [];
    private readonly string _filling = new('x', Large);
    private readonly Uri _server;
    private readonly Task[] _clients;
    private int _next = -1;
    private bool _isStopped;

    private RoughClients(Uri server, OddRequests requests, RoughClientCounts counts)
    {
        _server = server;
        _clients =
        [
            .. Enumerable.Range(0, counts.Odd).Select(_ => UntilTheEndAsync(() => SendOddAsync(requests))),
            .. Enumerable.Range(0, counts.Slow).Select(_ => UntilTheEndAsync(SendSlowlyAsync)),
            .. Enumerable.Range(0, counts.Silent).Select(_ => UntilTheEndAsync(SayNothingAsync)),
            .. Enumerable.Range(0, counts.Large).Select(client => UntilTheEndAsync(() => SendLargeAsync(isBody: client % 2 == 0))),
        ];
    }

    /// <summary>Gets the status of each answer to an odd request.</summary>
    public IReadOnlyCollection<int> OddStatuses => _oddStatuses;

    /// <summary>Gets what each large request was answered with, as "body 413"; a connection that was broken off is none.</summary>
    public IReadOnlyCollection<string> LargeAnswers => _largeAnswers;

    /// <summary>Lets them begin.</summary>
    /// <param name="server">The server; its path does not matter.</param>
    /// <param name="description">The API's description.</param>
    /// <param name="seed">Other odd requests for each.</param>
    /// <param name="counts">How many there are of each kind.</param>
    public static RoughClients Start(Uri server, JsonNode description, int seed, RoughClientCounts counts) =>
        new(server, new OddRequests(description, new Dictionary<string, string[]>(), seed), counts);

    /// <summary>Ends them; what they were answered stays as it is then.</summary>
    public async Task StopAsync()
    {
        _isStopped = true;
        await _end.CancelAsync();
        await Task.WhenAll(_clients);
    }

    /// <summary>Ends them.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await StopAsync();
        }

        _end.Dispose();
    }

    private async Task SendOddAsync(OddRequests requests)
    {
        while (true)
        {
            var request = requests.Make(Interlocked.Increment(ref _next));
            _oddStatuses.Add((await request.SendAsync(_server, _end.Token)).Status);
        }
    }

    private async Task SendSlowlyAsync()
    {
        using var client = await ConnectAsync();
        foreach (var one in Encoding.ASCII.GetBytes($"GET /api/summaries HTTP/1.1\r\nHost: {_server.Authority}\r\nX-Slow: {new string('a', 1_000)}\r\n\r\n"))
        {
            await client.GetStream().WriteAsync(new[] { one }, _end.Token);
            await Task.Delay(ByteInterval, _end.Token);
        }
    }

    private async Task SayNothingAsync()
    {
        using var client = await ConnectAsync();
        await Task.Delay(Timeout.Infinite, _end.Token);
    }

    private async Task SendLargeAsync(bool isBody)
    {
        var request = isBody ? new RawRequest("POST", "/api/reconcile", [], _filling) : new RawRequest("GET", "/api/summaries", [$"X-Large: {_filling}"]);
        while (true)
        {
            _largeAnswers.Add($"{(isBody ? "body" : "header")} {(await request.SendAsync(_server, _end.Token)).Status}");
        }
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(_server.Host, _server.Port, _end.Token);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Does something until all is at an end; where the server breaks the connection, again.</summary>
    private async Task UntilTheEndAsync(Func<Task> work)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or InvalidDataException)
            {
                // The server had enough of this client, or all is at an end.
            }
        }
    }
}

/// <summary>How many clients there are of each kind.</summary>
/// <param name="Odd">Those with odd requests.</param>
/// <param name="Slow">Those that send a byte each half second.</param>
/// <param name="Silent">Those that say nothing.</param>
/// <param name="Large">Those with headers and bodies of 10 MB.</param>
public sealed record RoughClientCounts(int Odd, int Slow, int Silent, int Large);
