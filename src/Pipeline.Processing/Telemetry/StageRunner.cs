using System.Diagnostics;
using Pipeline.Processing.Delivery;

namespace Pipeline.Processing.Telemetry;

/// <summary>Runs a stage of one file or article: in a span of the trace that its message carries, timed, and with its last error remembered.</summary>
/// <param name="lastErrors">Remembers why it failed.</param>
/// <param name="metrics">Told how long it took.</param>
/// <param name="time">The clock.</param>
public sealed class StageRunner(LastErrors lastErrors, PipelineMetrics metrics, TimeProvider time)
{
    private int _running;
    private long _ended;

    /// <summary>Gets how many stages this process is running.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Gets how many stages of this process have ended, well or not.</summary>
    public long Ended => Interlocked.Read(ref _ended);

    /// <summary>Runs the stage.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="delivery">How its message came.</param>
    /// <param name="id">The file or the article.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    internal async Task RunAsync(string stage, MessageDelivery delivery, string id, Func<Task> work, CancellationToken cancellationToken)
    {
        // The message's trace goes on; the platform's span of this invocation, where there is one, is linked to it.
        var invocation = Activity.Current;
        ActivityLink[] links = delivery.TraceParent is null || invocation is null ? [] : [new ActivityLink(invocation.Context)];
        using var span = PipelineTelemetry.Source.StartActivity(stage, ActivityKind.Consumer, delivery.TraceParent ?? invocation?.Id, links: links);
        span?.SetTag(PipelineTelemetry.IdTag, id);
        if (delivery.IsRedelivery)
        {
            metrics.Retried(stage);
        }

        var started = time.GetTimestamp();
        var hasFailed = true;
        Interlocked.Increment(ref _running);
        try
        {
            await lastErrors.RunAsync(delivery, id, work, cancellationToken);
            hasFailed = false;
        }
        catch (Exception exception)
        {
            // Its type alone: a message may quote what it was about.
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Interlocked.Increment(ref _ended);
            metrics.Ended(stage, hasFailed, time.GetElapsedTime(started));
        }
    }
}
