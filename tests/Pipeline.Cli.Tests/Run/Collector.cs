using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Cli.Tests.Run;

/// <summary>A collector of OpenTelemetry that takes what it is sent by HTTP and keeps it, a character a byte: in protocol buffers texts are as they are.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];
    private readonly WebApplication _app;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(KeepAsync);
    }

    /// <summary>Gets the address.</summary>
    public string Endpoint => _app.Urls.First();

    public static async Task<Collector> StartAsync(CancellationToken cancellationToken)
    {
        var collector = new Collector();
        await collector._app.StartAsync(cancellationToken);
        return collector;
    }

    /// <summary>Waits until something was sent to a path that is what is waited for, and returns it.</summary>
    /// <exception cref="TimeoutException">Nothing like it came; the message says what did.</exception>
    public async Task<string> WaitAsync(string path, Func<string, bool> until, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (!patience.IsCancellationRequested)
        {
            if (_received.FirstOrDefault(one => one.Path == path && until(one.Body)).Body is { } body)
            {
                return body;
            }

            await Task.Delay(50, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new TimeoutException($"What is waited for did not come to {path} within {Patience}; {_received.Count} requests did, to {string.Join(", ", _received.Select(one => one.Path).Distinct())}.");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        _received.Enqueue((context.Request.Path, await reader.ReadToEndAsync(context.RequestAborted)));
    }
}
