using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Pipeline.Processing.Tests.Rewriting;

/// <summary>A server on this machine with the part of OpenAI's interface that is used: it answers chat completions as it is told.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerContext, Task> _answer;
    private readonly Task _loop;
    private readonly List<string> _requests = [];
    private readonly CancellationTokenSource _stopped = new();

    private ChatServer(Func<HttpListenerContext, Task> answer)
    {
        _answer = answer;
        Endpoint = new Uri($"http://127.0.0.1:{FreePort()}/v1");
        _listener.Prefixes.Add($"http://127.0.0.1:{Endpoint.Port}/");
        _listener.Start();
        _loop = LoopAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>Gets the bodies of the requests so far.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Starts a server that answers with a message of the model.</summary>
    public static ChatServer Saying(string content, string finishReason = "stop") => Answering(HttpStatusCode.OK, JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion",
        created = 0,
        model = "test",
        choices = new[] { new { index = 0, finish_reason = finishReason, message = new { role = "assistant", content } } },
    }));

    /// <summary>Starts a server that answers with a status and a body.</summary>
    public static ChatServer Answering(HttpStatusCode status, string body) => new(async context =>
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    });

    /// <summary>Starts a server that begins to answer and then goes on no more, with the connection open or shut.</summary>
    public static ChatServer Stalling(string beginning, bool hangsUp) => new(async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength64 = 100_000;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(beginning));
        await context.Response.OutputStream.FlushAsync();
        if (hangsUp)
        {
            context.Response.Abort();
        }
    });

    /// <summary>Starts a server that never answers while it runs.</summary>
    public static ChatServer Silent() => new(_ => Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Close();
        await _loop;
        _stopped.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            try
            {
                // A listener that is closed at this moment may leave its waiter waiting.
                var context = await _listener.GetContextAsync().WaitAsync(_stopped.Token);
                using var reader = new StreamReader(context.Request.InputStream);
                _requests.Add(await reader.ReadToEndAsync());
                await _answer(context);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or OperationCanceledException || _stopped.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
