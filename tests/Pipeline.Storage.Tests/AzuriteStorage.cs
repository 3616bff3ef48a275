using Pipeline.Storage.Generations;
using Pipeline.Storage.Tests;
using Pipeline.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteStorage))]

namespace Pipeline.Storage.Tests;

/// <summary>The pipeline's containers, queues and tables on the emulator, for all tests of this assembly.</summary>
public sealed class AzuriteStorage : IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();
    private ArticleStorageClients? _clients;

    /// <summary>Gets the clients. Skips the test where the emulator cannot run.</summary>
    public ArticleStorageClients Clients
    {
        get
        {
            _azurite.RequireAzurite();
            return _clients!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        await _azurite.InitializeAsync();
        if (_azurite.SkipReason is null)
        {
            _clients = ArticleStorageClients.FromConnectionString(_azurite.ConnectionString);
            await new StorageProvisioner(_clients, new GenerationStore(_clients)).EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();
}
