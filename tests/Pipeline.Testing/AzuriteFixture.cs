using Pipeline.LocalHost;
using Pipeline.LocalHost.Azurite;
using Xunit;

namespace Pipeline.Testing;

/// <summary>
/// A storage emulator of its own for one test assembly, in memory and on free ports:
/// <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>. Tests share it, so each uses names of its own.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteServer? _server;

    /// <summary>Gets the emulator's connection string. Skips the test where there is none.</summary>
    public string ConnectionString
    {
        get
        {
            RequireAzurite();
            return _server!.ConnectionString;
        }
    }

    /// <summary>Gets what tells of the emulator's blobs as they are written. Skips the test where there is no emulator.</summary>
    public BlobWrites Writes
    {
        get
        {
            RequireAzurite();
            return _server!.Writes!;
        }
    }

    /// <summary>Gets why the emulator cannot run on this machine; null where it does.</summary>
    public string? SkipReason { get; private set; }

    /// <summary>Skips the test, with the reason, where the emulator cannot run on this machine.</summary>
    public void RequireAzurite()
    {
        if (SkipReason is not null)
        {
            Assert.Skip(SkipReason);
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            _server = await AzuriteServer.StartOrFindAsync(AzuriteOptions.Temporary);
        }
        catch (AzuriteException ex) when (ex.Failure is AzuriteFailure.NodeMissing or AzuriteFailure.InstallFailed)
        {
            SkipReason = ex.Message;
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
