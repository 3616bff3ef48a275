using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Pipeline.EndToEnd.Tests;
using Pipeline.Functions;
using Pipeline.LocalHost;
using Pipeline.Storage;
using Pipeline.Storage.Keys;
using Pipeline.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(RunningPipeline))]

namespace Pipeline.EndToEnd.Tests;

/// <summary>The function app's own classes on the local host and the emulator: the whole pipeline, for all tests of this assembly.</summary>
public class RunningPipeline : IAsyncLifetime
{
    // Past the minute after which a message comes back that was being worked on when storage went away.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly AzuriteFixture _azurite = new();
    private LocalFunctionHost? _host;
    private HttpClient? _http;

    /// <summary>Gets a client of the API. Skips the test where the emulator cannot run.</summary>
    public HttpClient Http
    {
        get
        {
            _azurite.RequireAzurite();
            return _http!;
        }
    }

    public string ConnectionString => _azurite.ConnectionString;

    public ArticleStorageClients Storage => ArticleStorageClients.FromConnectionString(ConnectionString);

    public LocalFunctionHost Host
    {
        get
        {
            _azurite.RequireAzurite();
            return _host!;
        }
    }

    /// <summary>Gets why the emulator cannot run on this machine; null where it does.</summary>
    protected string? SkipReason => _azurite.SkipReason;

    /// <summary>Gets the settings that this one has besides the usual ones.</summary>
    protected virtual (string Name, string Value)[] Settings => [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts the function app on a storage.</summary>
    public static Task<LocalFunctionHost> StartHostAsync(string connectionString, params (string Name, string Value)[] settings) =>
        LocalFunctionHost.StartAsync(OptionsOf(connectionString, settings), Token);

    /// <summary>Describes the function app on a storage, with retries and schedules that are quick.</summary>
    public static LocalFunctionHostOptions OptionsOf(string connectionString, params (string Name, string Value)[] settings) => new()
    {
        FunctionsAssembly = typeof(TagIssuesFunction).Assembly,
        ConfigureServices = (services, configuration) => services.AddFunctionApp(configuration),
        ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.None),
        HostJsonPath = Path.Combine(AppContext.BaseDirectory, "quick-retries.host.json"),
        Port = 0,
        Settings = new Dictionary<string, string?>(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
        {
            ["AzureWebJobsStorage"] = connectionString,
            [SettingNames.ArticleStorage] = connectionString,
            ["CollectPoisonSchedule"] = "* * * * * *",
            ["Http:StreamSeconds"] = "2",
            ["RecountStatsSchedule"] = "* * * * * *",
            ["RebuildIndexSchedule"] = "* * * * * *",
            ["ReprocessSchedule"] = "* * * * * *",
        },
    };

    /// <summary>Makes a client of a host's API.</summary>
    public static HttpClient ClientOf(LocalFunctionHost host) => new() { BaseAddress = new Uri(host.Address, "api/") };

    public virtual async ValueTask InitializeAsync()
    {
        await _azurite.InitializeAsync();
        if (_azurite.SkipReason is null)
        {
            _host = await StartHostAsync(_azurite.ConnectionString, Settings);
            _http = ClientOf(_host);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await _azurite.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Drops a file.</summary>
    /// <returns>The id of its article.</returns>
    public async Task<string> DropAsync(string name, byte[] content)
    {
        await BlobOf(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true, Token);
        return ArticleIds.ForFile(name);
    }

    public Task<string> DropAsync(string name, string text) => DropAsync(name, System.Text.Encoding.UTF8.GetBytes(text));

    public BlobClient BlobOf(string name) => Storage.Blobs.GetBlobContainerClient(ContainerNames.Articles).GetBlobClient(name);

    /// <summary>Asks until the answer is what is waited for.</summary>
    public Task<JsonNode> WaitAsync(string path, Func<HttpStatusCode, JsonNode, bool> until) => WaitAsync(Http, path, until);

    /// <summary>Asks a client until the answer is what is waited for.</summary>
    public static async Task<JsonNode> WaitAsync(HttpClient http, string path, Func<HttpStatusCode, JsonNode, bool> until)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        var last = "no answer";
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(new Uri(path, UriKind.Relative), patience.Token);
                var body = response.Content.Headers.ContentLength == 0 ? null : await response.Content.ReadFromJsonAsync<JsonNode>(patience.Token);
                last = $"{(int)response.StatusCode} {body?.ToJsonString()}";
                if (body is not null && until(response.StatusCode, body))
                {
                    return body;
                }

                await Task.Delay(50, patience.Token);
            }
            catch (HttpRequestException exception)
            {
                last = exception.Message;
                await Task.Delay(50, patience.Token);
            }
            catch (OperationCanceledException exception) when (!Token.IsCancellationRequested)
            {
                throw new TimeoutException($"{path} was not what was waited for within {Patience}. Last: {last}", exception);
            }
        }
    }

    /// <summary>Waits until an article's summary is served.</summary>
    public Task<JsonNode> WaitForSummaryAsync(string articleId) =>
        WaitAsync($"summaries/{articleId}", (status, _) => status == HttpStatusCode.OK);

    /// <summary>Asks once.</summary>
    public async Task<(HttpStatusCode Status, string? MediaType, JsonNode Body)> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative), Token);
        var body = await response.Content.ReadFromJsonAsync<JsonNode>(Token);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, body!);
    }
}
