using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pipeline.Functions;
using Pipeline.LocalHost;
using Pipeline.LocalHost.Azurite;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Running;

/// <summary>An emulator and the function app on it, both only for one run.</summary>
internal sealed class LocalPipeline : IAsyncDisposable
{
    /// <summary>How often a run asks whose figure is the time until an article is served.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromMilliseconds(10);

    /// <summary>How often a run asks that must not take the storage's time from what it measures.</summary>
    public static readonly TimeSpan Seldom = TimeSpan.FromMilliseconds(250);

    private readonly AzuriteServer _azurite;
    private readonly LocalFunctionHost _host;

    private LocalPipeline(AzuriteServer azurite, LocalFunctionHost host)
    {
        _azurite = azurite;
        _host = host;
        Http = new HttpClient { BaseAddress = new Uri(host.Address, "api/") };
        Storage = ArticleStorageClients.FromConnectionString(azurite.ConnectionString);
    }

    public HttpClient Http { get; }

    public ArticleStorageClients Storage { get; }

    public static Task<LocalPipeline> StartAsync(CancellationToken cancellationToken) => StartAsync([], cancellationToken);

    /// <summary>Starts both.</summary>
    /// <param name="disabled">The functions that do not run.</param>
    /// <param name="cancellationToken">Ends the start early.</param>
    public static async Task<LocalPipeline> StartAsync(IReadOnlyList<string> disabled, CancellationToken cancellationToken)
    {
        var azurite = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary, new Progress<string>(Console.Error.WriteLine), cancellationToken);
        var host = await LocalFunctionHost.StartAsync(
            new LocalFunctionHostOptions
            {
                FunctionsAssembly = typeof(TagIssuesFunction).Assembly,
                ConfigureServices = (services, configuration) => services.AddFunctionApp(configuration),
                ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.None),
                Port = 0,
                BlobWrites = azurite.Writes,
                Settings = new Dictionary<string, string?>(disabled.Select(function => KeyValuePair.Create($"AzureWebJobs.{function}.Disabled", (string?)"true")))
                {
                    ["AzureWebJobsStorage"] = azurite.ConnectionString,
                    [SettingNames.ArticleStorage] = azurite.ConnectionString,

                    // Rows that were loaded and not tagged would be tagged again, and go.
                    ["AzureWebJobs.RebuildIndexFunction.Disabled"] = "true",

                    // A run that asks for live updates does not wait for more of them.
                    ["Http:StreamSeconds"] = "1",
                },
            },
            cancellationToken);
        return new LocalPipeline(azurite, host);
    }

    /// <summary>Drops an article.</summary>
    public Task DropAsync(string name, byte[] content, CancellationToken cancellationToken) =>
        Storage.Blobs.GetBlobContainerClient(ContainerNames.Articles).GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancellationToken);

    /// <summary>Waits until an article's summary is served.</summary>
    /// <param name="articleId">Whose.</param>
    /// <param name="interval">How long it waits between two questions; each costs a read of the storage that the pipeline shares.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <param name="patience">By what share of the time that it has waited the pause grows.</param>
    public async Task WaitUntilServedAsync(string articleId, TimeSpan interval, CancellationToken cancellationToken, double patience = 0)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            using var response = await Http.GetAsync(new Uri($"summaries/{articleId}", UriKind.Relative), cancellationToken);
            if (response.StatusCode == System.Net.HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(interval + (watch.Elapsed * patience), cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        await _azurite.DisposeAsync();
    }
}
