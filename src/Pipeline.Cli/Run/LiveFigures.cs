using System.Diagnostics.Metrics;
using Pipeline.Processing.Telemetry;

namespace Pipeline.Cli.Run;

/// <summary>How many articles came into which state in this process, by the pipeline's own metrics.</summary>
internal sealed class LiveFigures : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _tagged;
    private long _rejected;
    private long _failed;
    private long _retries;

    /// <summary>Initializes a new instance of the <see cref="LiveFigures"/> class, which counts from now on.</summary>
    public LiveFigures()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.Name && instrument is Counter<long>)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) => Count(instrument.Name, count, tags));
        _listener.Start();
    }

    /// <summary>Gets how many articles were tagged, those that were tagged again included.</summary>
    public long Tagged => Interlocked.Read(ref _tagged);

    /// <summary>Gets how many articles were rejected.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>Gets how many articles failed.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Gets how many deliveries were not the first of their message.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    public void Dispose() => _listener.Dispose();

    private void Count(string name, long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        switch (name, State(tags))
        {
            case ("pipeline.articles", "tagged"):
                Interlocked.Add(ref _tagged, count);
                break;
            case ("pipeline.articles", "rejected"):
                Interlocked.Add(ref _rejected, count);
                break;
            case ("pipeline.articles", "failed"):
                Interlocked.Add(ref _failed, count);
                break;
            case ("pipeline.retries", _):
                Interlocked.Add(ref _retries, count);
                break;
        }
    }

    private static string? State(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "state")
            {
                return tag.Value as string;
            }
        }

        return null;
    }
}
