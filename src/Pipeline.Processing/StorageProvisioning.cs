using Microsoft.Extensions.Hosting;
using Pipeline.Storage;

namespace Pipeline.Processing;

/// <summary>Makes the containers, queues and tables that are missing before the first function runs.</summary>
internal sealed class StorageProvisioning(StorageProvisioner provisioner) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => provisioner.EnsureCreatedAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
