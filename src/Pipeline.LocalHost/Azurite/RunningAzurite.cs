using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Pipeline.LocalHost.Azurite;

/// <summary>Finds an Azurite that someone else runs on the ports.</summary>
internal static class RunningAzurite
{
    /// <summary>Returns where Azurite runs, or null where all ports are free.</summary>
    /// <exception cref="AzuriteException">A port is taken by something else, only some services run, or they cannot be used.</exception>
    public static async Task<AzuriteEndpoints?> FindAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        var endpoints = new AzuriteEndpoints(options.BlobPort, options.QueuePort, options.TablePort);
        var services = Enum.GetValues<AzuriteService>();
        var states = await Task.WhenAll(services.Select(service => PortProbe.LookAsync(endpoints[service], service, cancellationToken)));
        if (states.All(state => state == PortState.Free))
        {
            return null;
        }

        foreach (var (service, state) in services.Zip(states))
        {
            if (state == PortState.Other)
            {
                throw new AzuriteException(
                    AzuriteFailure.PortTaken,
                    $"Port {endpoints[service]}, for the {Name(service)} service of the storage emulator, is taken by another program. " +
                    "Stop that one, or choose other ports.");
            }
        }

        if (states.Contains(PortState.Free))
        {
            var running = services.Where((_, index) => states[index] == PortState.Azurite);
            var missing = services.Where((_, index) => states[index] == PortState.Free);
            throw new AzuriteException(
                AzuriteFailure.Unusable,
                $"An Azurite runs with only some of its services: {List(running)}, but not {List(missing)}. " +
                "Start it with all three, or stop it and let it be started from here.");

            string List(IEnumerable<AzuriteService> which) =>
                string.Join(" and ", which.Select(service => $"{Name(service)} on port {endpoints[service]}"));
        }

        await CheckAsync(endpoints, cancellationToken);
        return endpoints;
    }

    // An older Azurite refuses the API version of a newer client, and one may run with other accounts.
    private static async Task CheckAsync(AzuriteEndpoints endpoints, CancellationToken cancellationToken)
    {
        var connection = endpoints.ConnectionString;
        try
        {
            await new BlobServiceClient(connection).GetPropertiesAsync(cancellationToken);
            await new QueueServiceClient(connection).GetPropertiesAsync(cancellationToken);
            await new TableServiceClient(connection).GetPropertiesAsync(cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == "InvalidHeaderValue")
        {
            throw new AzuriteException(
                AzuriteFailure.Unusable,
                $"The Azurite on port {endpoints.BlobPort} is older than the storage client and refuses it. " +
                "Start it with --skipApiVersionCheck, or stop it and let it be started from here.",
                ex);
        }
        catch (RequestFailedException ex)
        {
            throw new AzuriteException(
                AzuriteFailure.Unusable,
                $"The Azurite on port {endpoints.BlobPort} refuses the account of the emulator ({ex.ErrorCode ?? ex.Message}). " +
                "Stop it and let it be started from here.",
                ex);
        }
    }

    private static string Name(AzuriteService service) => service.ToString().ToLowerInvariant();
}
