using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Pipeline.Storage;

namespace Pipeline.Benchmarks.Running;

/// <summary>Counts the requests that this process sends to storage, by service, method and status.</summary>
internal sealed class StorageRequests : IDisposable
{
    private readonly ConcurrentDictionary<(string Service, string Method, int Status), int> _counts = new();
    private readonly MeterListener _listener = new();

    /// <summary>Counts from now on.</summary>
    /// <param name="storage">Whose requests are counted; each of its services has a port of its own.</param>
    public StorageRequests(ArticleStorageClients storage)
    {
        var services = new Dictionary<int, string>
        {
            [storage.Blobs.Uri.Port] = "blob",
            [storage.Queues.Uri.Port] = "queue",
            [storage.Tables.Uri.Port] = "table",
        };
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "http.client.request.duration", Meter.Name: "System.Net.Http" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            var (port, method, status) = (0, "", 0);
            foreach (var (name, value) in tags)
            {
                switch (name)
                {
                    case "server.port": port = (int)value!; break;
                    case "http.request.method": method = (string)value!; break;
                    case "http.response.status_code": status = (int)value!; break;
                }
            }

            if (services.TryGetValue(port, out var service))
            {
                _counts.AddOrUpdate((service, method, status), 1, (_, count) => count + 1);
            }
        });
        _listener.Start();
    }

    /// <summary>The requests so far, those of which most were sent first.</summary>
    public IReadOnlyList<KeyValuePair<(string Service, string Method, int Status), int>> Counts =>
        [.. _counts.OrderByDescending(count => count.Value)];

    public void Dispose() => _listener.Dispose();
}
