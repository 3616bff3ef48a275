using System.Collections.Concurrent;
using System.Diagnostics;
using Pipeline.Processing.Telemetry;

namespace Pipeline.Testing;

/// <summary>The pipeline's spans that ended since this was made, those of tests beside it among them.</summary>
public sealed class RecordedSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PipelineTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Returns the one span of a stage of a file or article.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public Activity Of(string stage, string id) => _spans.Single(span => span.OperationName == stage && (string?)span.GetTagItem("pipeline.id") == id);

    public void Dispose() => _listener.Dispose();
}
