using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pipeline.LocalHost.Tests.Hosting;

/// <summary>Passes connections on to a port of this machine, until it is broken, and again after it is mended.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly int _target;
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = new();
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    public TcpProxy(int target)
    {
        _target = target;
        Mend();
    }

    public int Port { get; private set; }

    /// <summary>Refuses connections, and cuts those there are.</summary>
    public void Break()
    {
        _listener?.Stop();
        _listener = null;
        foreach (var client in _clients.Keys)
        {
            client.Close();
        }
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        Break();
        await _accepting;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Broken.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var server = new TcpClient();
        _clients.TryAdd(client, true);
        _clients.TryAdd(server, true);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            var there = client.GetStream().CopyToAsync(server.GetStream());
            var back = server.GetStream().CopyToAsync(client.GetStream());
            await Task.WhenAny(there, back);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            _clients.TryRemove(server, out _);
            client.Dispose();
        }
    }
}
