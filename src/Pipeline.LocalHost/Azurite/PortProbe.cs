using System.Net;
using System.Net.Sockets;

namespace Pipeline.LocalHost.Azurite;

/// <summary>What listens on a port.</summary>
internal enum PortState
{
    Free,
    Azurite,
    Other,
}

/// <summary>Looks what listens on a port of the loopback address.</summary>
internal static class PortProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>Tells whether a port is free, held by the given service of Azurite, or by something else.</summary>
    public static async Task<PortState> LookAsync(int port, AzuriteService service, CancellationToken cancellationToken)
    {
        if (port == 0)
        {
            return PortState.Free;
        }

        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = Timeout };
        try
        {
            using var response = await client.GetAsync(
                new Uri($"http://{AzuriteEndpoints.Address}:{port}/"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.Headers.TryGetValues("Server", out var servers)
                && servers.Any(server => server.StartsWith($"Azurite-{service}/", StringComparison.OrdinalIgnoreCase))
                    ? PortState.Azurite
                    : PortState.Other;
        }
        catch (HttpRequestException ex) when (ex.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return CanListen(port) ? PortState.Free : PortState.Other;
        }
        catch (HttpRequestException)
        {
            return PortState.Other;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PortState.Other;
        }
    }

    // A port can be refused to callers and to listeners alike: bound but not listening, or reserved by the system.
    private static bool CanListen(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Parse(AzuriteEndpoints.Address), port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
