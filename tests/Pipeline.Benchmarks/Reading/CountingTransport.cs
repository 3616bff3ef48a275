using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Reading;

/// <summary>Sends requests as usual, and keeps which reads of tables they were and how many entities came back.</summary>
internal sealed class CountingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _inner = new();
    private readonly List<Uri> _reads = [];
    private int _entities;

    /// <summary>Forgets all and begins anew.</summary>
    public void Reset()
    {
        lock (_reads)
        {
            _reads.Clear();
            _entities = 0;
        }
    }

    /// <summary>Returns the reads since the last reset, and how many entities they gave.</summary>
    public (IReadOnlyList<Uri> Reads, int Entities) Counts()
    {
        lock (_reads)
        {
            return ([.. _reads], _entities);
        }
    }

    public void Dispose() => _inner.Dispose();

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Every call of the pipeline is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await _inner.ProcessAsync(message);
        if (!IsCounted(message) || message.Response.ContentStream is not { } stream)
        {
            return;
        }

        var body = new MemoryStream();
        await stream.CopyToAsync(body, message.CancellationToken);
        body.Position = 0;
        message.Response.ContentStream = body;
        lock (_reads)
        {
            _reads.Add(message.Request.Uri.ToUri());
            _entities += EntitiesOf(body.GetBuffer().AsMemory(0, (int)body.Length));
        }
    }

    // The generations of the index are looked at once in ten seconds, by whichever request comes then.
    private static bool IsCounted(HttpMessage message) =>
        message.Request.Method == RequestMethod.Get
        && message.Response.Headers.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true
        && !message.Request.Uri.Path.Contains(TableNames.Meta, StringComparison.Ordinal);

    private static int EntitiesOf(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("value", out var rows) ? rows.GetArrayLength() : 1;
    }
}
