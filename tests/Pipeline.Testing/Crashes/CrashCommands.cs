using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Pipeline.Storage;

namespace Pipeline.Testing.Crashes;

/// <summary>
/// Deletes articles of files of several by <c>DELETE</c> while the pipeline is killed, and restores some. What was accepted must hold
/// at the end; what was broken off may have been done or not. A file of which an article was deleted is changed no more: another
/// version could hold that article anew.
/// </summary>
/// <param name="random">Chooses.</param>
internal sealed class CrashCommands(Random random) : IDisposable
{
    private const int Enough = 3;

    // Past the minute that a message stays hidden which a killed process held.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Dictionary<string, bool> _isDeleted = new(StringComparer.Ordinal);
    private readonly HashSet<int> _settled = [];

    /// <summary>Gets how many commands were accepted.</summary>
    public int Accepted { get; private set; }

    public void Dispose() => _http.Dispose();

    /// <summary>Tells whether a file is to stay as it is.</summary>
    public bool IsSettled(int number) => _settled.Contains(number);

    /// <summary>Gives a command to a pipeline that may be killed meanwhile.</summary>
    /// <param name="api">The API's address, without a slash at its end.</param>
    /// <param name="number">A file of several articles.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task GiveAsync(string api, int number, CancellationToken cancellationToken)
    {
        var deleted = _isDeleted.Where(article => article.Value).Select(article => article.Key).Order(StringComparer.Ordinal).ToList();
        if (deleted.Count > 0 && random.Next(3) == 0)
        {
            await SendAsync(HttpMethod.Post, api, deleted[random.Next(deleted.Count)], "/restore", cancellationToken);
            return;
        }

        var served = await FindServedAsync(api, CrashFiles.NameOf(number), cancellationToken);
        if (served.Count > 0)
        {
            _settled.Add(number);
            await SendAsync(HttpMethod.Delete, api, served[random.Next(served.Count)], "", cancellationToken);
        }
    }

    /// <summary>Waits until some files of several have articles that a command can be about: a pipeline that is killed all the time gets through few.</summary>
    /// <param name="api">Gets the API's address, without a slash at its end; null while nothing serves it.</param>
    /// <param name="numbers">The files of several articles.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task WaitForTargetsAsync(Func<string?> api, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < MaxWait; await Task.Delay(Pause, cancellationToken))
        {
            var served = 0;
            foreach (var number in numbers)
            {
                served += api() is { } address && (await FindServedAsync(address, CrashFiles.NameOf(number), cancellationToken)).Count > 0 ? 1 : 0;
            }

            if (served >= Math.Min(Enough, numbers.Count))
            {
                return;
            }
        }
    }

    /// <summary>Says which commands were accepted and do not hold.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IReadOnlyList<string>> CheckAsync(ArticleStorageClients storage, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach (var (id, isDeleted) in _isDeleted)
        {
            var row = await storage.Tables.GetTableClient(TableNames.Articles).GetEntityIfExistsAsync<TableEntity>(id, "head", cancellationToken: cancellationToken);
            var head = row.HasValue ? row.Value! : null;
            if (isDeleted ? head?.GetString("State") is not (null or "Deleted") : head?.GetBoolean("Suppressed") == true)
            {
                problems.Add($"{id}, which was {(isDeleted ? "deleted" : "restored")}, is {head!.GetString("State")}");
            }
        }

        return problems;
    }

    private async Task<IReadOnlyList<string>> FindServedAsync(string api, string blobName, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri($"{api}/articles?blob={Uri.EscapeDataString(blobName)}"), cancellationToken);
            return response.IsSuccessStatusCode
                ? [.. JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["items"]!.AsArray().Where(item => (string)item!["state"]! == "tagged").Select(item => (string)item!["id"]!)]
                : [];
        }
        catch (Exception exception) when (IsBrokenOff(exception, cancellationToken))
        {
            return [];
        }
    }

    private async Task SendAsync(HttpMethod method, string api, string id, string verb, CancellationToken cancellationToken)
    {
        // Until it is answered, nobody knows.
        _isDeleted.Remove(id);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri($"{api}/articles/{id}{verb}"));
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                _isDeleted[id] = method == HttpMethod.Delete;
                Accepted++;
            }
        }
        catch (Exception exception) when (IsBrokenOff(exception, cancellationToken))
        {
            // Killed, or its storage is away.
        }
    }

    // A client that is told of the connection's end while it asks whom it is connected to passes on the socket's own exception.
    private static bool IsBrokenOff(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException or SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested;
}
