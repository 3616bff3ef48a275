using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Functions.Http.Cors;
using Pipeline.Functions.Http.Problems;
using Pipeline.Processing.Queries.Arrivals;
using Pipeline.Text;

namespace Pipeline.Functions.Http.Answers;

/// <summary>
/// Sends arrivals as server-sent events (WHATWG HTML, 9.2), for as long as one answer may take on the platform; clients then ask again
/// with <c>Last-Event-ID</c>, as browsers do by themselves.
/// </summary>
/// <param name="arrivals">The arrivals.</param>
/// <param name="resumes">Whether they go on behind one that the client has; else the client gets an id at once, to go on behind before anything came.</param>
/// <param name="slots">How many may be under way.</param>
/// <param name="length">How long the answer goes on.</param>
/// <param name="cors">Lets pages read it.</param>
/// <param name="time">The clock.</param>
internal sealed class EventStream(IAsyncEnumerable<Arrival> arrivals, bool resumes, StreamSlots slots, TimeSpan length, CorsPolicy cors, TimeProvider time) : IResult
{
    // Proxies close what is silent. An id without data is no event, but is remembered.
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    private static readonly byte[] Beginning = [.. "retry: 1000\n\n"u8];

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!slots.TryTake())
        {
            await cors.Open(ProblemAnswers.Of(ProblemTypes.TooManyStreams, "Too many clients get live updates at this moment."), httpContext.Request).ExecuteAsync(httpContext);
            return;
        }

        try
        {
            await StreamAsync(httpContext);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task StreamAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaTypes.EventStream;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        cors.Open(response.Headers, httpContext.Request);
        using var end = new CancellationTokenSource(length, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, httpContext.RequestAborted);
        try
        {
            await SendAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The time is over, or the client is gone.
        }
    }

    private async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        await WriteAsync(response, resumes ? Beginning : [.. Beginning, .. Heartbeat()], cancellationToken);
        await using var enumerator = arrivals.GetAsyncEnumerator(cancellationToken);
        var next = enumerator.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                var beat = Task.Delay(HeartbeatInterval, time, cancellationToken);
                if (await Task.WhenAny(next, beat) == beat)
                {
                    await beat;
                    await WriteAsync(response, Heartbeat(), cancellationToken);
                    continue;
                }

                if (!await next)
                {
                    return;
                }

                await WriteAsync(response, Write(enumerator.Current), cancellationToken);
                next = enumerator.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An enumerator is not to be disposed of while it moves.
            await Task.WhenAny(next);
        }
    }

    private byte[] Heartbeat() => System.Text.Encoding.UTF8.GetBytes($"id: {ArrivalQueries.IdOf(time.GetUtcNow())}\n\n");

    private static byte[] Write(Arrival arrival) =>
    [
        .. "id: "u8, .. System.Text.Encoding.UTF8.GetBytes(arrival.Id),
        .. "\nevent: summary\ndata: "u8, .. JsonSerializer.SerializeToUtf8Bytes(arrival.Summary, PipelineJson.Options),
        .. "\n\n"u8,
    ];

    private static async Task WriteAsync(HttpResponse response, byte[] bytes, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(bytes, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
