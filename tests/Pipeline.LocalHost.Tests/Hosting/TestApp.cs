using System.Collections.Concurrent;
using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

/// <summary>Runs functions of this assembly on Azurite, on a container and queues of the test's own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly string _connection;
    private readonly string _hostJson = Path.GetTempFileName();
    private readonly List<LocalFunctionHost> _hosts = [];

    public TestApp(AzuriteFixture azurite)
    {
        azurite.RequireAzurite();
        _connection = azurite.ConnectionString;
        HostConnection = _connection;
    }

    public string Id { get; } = "t" + Guid.NewGuid().ToString("N")[..16];

    /// <summary>Gets or sets the connection of the host, where it is not that of the test.</summary>
    public string HostConnection { get; set; }

    public Recorder Recorder { get; } = new();

    public LogCapture Log { get; } = new();

    public ConcurrentQueue<FunctionExecution> Executions { get; } = new();

    public Dictionary<string, string?> Settings { get; } = [];

    public string Queues { get; set; } = """ "maxDequeueCount": 3, "maxPollingInterval": "00:00:00.2" """;

    public string Blobs { get; set; } = """ "poisonBlobThreshold": 3 """;

    public string FunctionTimeout { get; set; } = "00:01:00";

    public string Container => Id + "-files";

    public BlobContainerClient Files => new(_connection, Container);

    public BlobContainerClient HostFiles => new(_connection, "azure-webjobs-hosts");

    public QueueClient Queue(string name) => new(_connection, $"{Id}-{name}");

    public async Task<LocalFunctionHost> StartAsync(
        Type[] classes, Func<LocalFunctionHostOptions, LocalFunctionHostOptions>? change = null)
    {
        await File.WriteAllTextAsync(_hostJson, string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "version": "2.0", "functionTimeout": "{{FunctionTimeout}}",
              "extensions": { "blobs": { {{Blobs}} }, "queues": { {{Queues}} } }
            }
            """));
        var options = new LocalFunctionHostOptions
        {
            FunctionsAssembly = typeof(TestApp).Assembly,
            FunctionClasses = classes,
            ConfigureServices = (services, _) => services
                .AddSingleton(Recorder)
                .AddSingleton<Counter>()
                .AddScoped<ScopedThing>()
                .AddKeyedSingleton("first", Queue("first"))
                .AddKeyedSingleton("second", Queue("second")),
            ConfigureLogging = logging => logging.AddProvider(Log),
            HostJsonPath = _hostJson,
            Port = 0,
            Settings = new Dictionary<string, string?>(Settings)
            {
                ["AzureWebJobsStorage"] = HostConnection,
                ["AzureFunctionsWebHost__hostid"] = Id,
                ["Container"] = Container,
                ["Queue"] = Id,
            },
            StopGrace = TimeSpan.FromMilliseconds(200),
            Executed = Executions.Enqueue,
        };
        var host = await LocalFunctionHost.StartAsync(change?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        _hosts.Add(host);
        return host;
    }

    public async Task UploadAsync(string name, string content) =>
        await Files.GetBlobClient(name).UploadAsync(
            BinaryData.FromString(content), overwrite: true, TestContext.Current.CancellationToken);

    public async Task SendAsync(string queue, string rawBody)
    {
        await Queue(queue).CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Queue(queue).SendMessageAsync(rawBody, TestContext.Current.CancellationToken);
    }

    public static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Gives the messages of a queue that can be seen now; none where there is no queue.</summary>
    public async Task<IReadOnlyList<string>> PeekAsync(string queue)
    {
        if (!await Queue(queue).ExistsAsync(TestContext.Current.CancellationToken))
        {
            return [];
        }

        var messages = await Queue(queue).PeekMessagesAsync(32, TestContext.Current.CancellationToken);
        return [.. messages.Value.Select(m => m.Body.ToString())];
    }

    /// <summary>Gives how many messages a queue has, the hidden ones too.</summary>
    public async Task<int> CountAsync(string queue) =>
        (await Queue(queue).GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;

    public async Task<IReadOnlyList<string>> ReceiptsAsync()
    {
        var prefix = $"blobreceipts/{Id}/";
        return await HostFiles.GetBlobsAsync(
                Azure.Storage.Blobs.Models.BlobTraits.None,
                Azure.Storage.Blobs.Models.BlobStates.None,
                prefix,
                TestContext.Current.CancellationToken)
            .Select(blob => blob.Name[prefix.Length..])
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await Files.DeleteIfExistsAsync();
        foreach (var queue in new[] { "first", "first-poison", "second", "second-poison" })
        {
            await Queue(queue).DeleteIfExistsAsync();
        }

        File.Delete(_hostJson);
    }
}
