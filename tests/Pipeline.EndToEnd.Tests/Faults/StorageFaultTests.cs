using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pipeline.Functions;
using Pipeline.LocalHost;
using Pipeline.Processing.Commands;
using Pipeline.Processing.Poison;
using Pipeline.Storage;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;
using Pipeline.Testing;
using Pipeline.Testing.Consistency;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Faults;

/// <summary>One storage request in five goes wrong: nothing is lost, and nothing is there twice.</summary>
public sealed class StorageFaultTests : IAsyncLifetime
{
    private const int Files = 20;
    private const double Share = 0.2;

    // An intent that is left is cleaned up after the grace, by calls that fail as often as all others.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    private readonly AzuriteFixture _azurite = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _azurite.InitializeAsync();

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Pipeline_OneRequestInFiveGoesWrong_EndsAsTheContainerSays(int seed)
    {
        _azurite.RequireAzurite();
        using var faults = new FaultyTransport(Share, seed);
        var storage = ArticleStorageClients.FromConnectionString(_azurite.ConnectionString);
        await using var host = await StartAsync(faults);
        faults.Begin(); // A host whose start meets four faults in a row ends, and would be started again.
        var container = storage.Blobs.GetBlobContainerClient(ContainerNames.Articles);
        for (var number = 0; number < Files; number++)
        {
            await container.GetBlobClient($"{number}.txt").UploadAsync(BinaryData.FromString(Texts.Dated(new DateOnly(2024, 5, 1).AddDays(number % 9), number)), overwrite: true, Token);
        }

        for (var number = 0; number < Files; number += 5)
        {
            await container.GetBlobClient($"{number}.txt").UploadAsync(BinaryData.FromString(Texts.Storm), overwrite: true, Token);
            await container.DeleteBlobAsync($"{number + 1}.txt", cancellationToken: Token);
        }

        var poison = new PoisonCommands(new PoisonStore(storage, TimeProvider.System), new PoisonRequeue(new PipelineQueues(storage)));
        var checker = new StorageChecker(storage);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        IReadOnlyList<string> problems = ["never looked"];
        while (problems.Count > 0 && !patience.IsCancellationRequested)
        {
            // What met four faults in a row three times over is kept, and put back to work as somebody would.
            await poison.RequeueAllAsync(queue: null, Token);
            await Task.Delay(2_000, Token);
            problems = await checker.CheckAsync(Token);
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.InRange(faults.FaultCount, faults.Requests / 10, faults.Requests / 3);
        Assert.InRange(faults.Requests, 2_000, int.MaxValue);
    }

    private Task<LocalFunctionHost> StartAsync(FaultyTransport faults) => LocalFunctionHost.StartAsync(
        new LocalFunctionHostOptions
        {
            FunctionsAssembly = typeof(TagIssuesFunction).Assembly,
            ConfigureServices = (services, configuration) => services
                .AddFunctionApp(configuration)
                .Replace(ServiceDescriptor.Singleton(ArticleStorageClients.FromConnectionString(_azurite.ConnectionString, options => Configure(options, faults)))),
            ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.None),
            HostJsonPath = Path.Combine(AppContext.BaseDirectory, "quick-retries.host.json"),
            Port = 0,
            Settings = new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage"] = _azurite.ConnectionString,
                [SettingNames.ArticleStorage] = _azurite.ConnectionString,
                ["CollectPoisonSchedule"] = "* * * * * *",
                ["RecountStatsSchedule"] = "* * * * * *",
                ["ReconcileSchedule"] = "*/5 * * * * *",
                ["Reconcile:Grace"] = "00:00:10",
            },
        },
        Token);

    private static void Configure(ClientOptions options, FaultyTransport faults)
    {
        options.Transport = faults;
        options.Retry.Delay = TimeSpan.FromMilliseconds(50); // In place of 800: one request in five waits for it.
    }
}
