using Microsoft.Extensions.Hosting;

namespace Pipeline.LocalHost;

/// <summary>Leaves the process's signals to the caller, who starts and stops the host.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
