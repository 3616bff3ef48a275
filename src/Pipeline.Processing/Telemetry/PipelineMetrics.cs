using System.Diagnostics.Metrics;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;

namespace Pipeline.Processing.Telemetry;

/// <summary>The metrics of the pipeline. Tags hold kinds only: never ids or text.</summary>
public sealed class PipelineMetrics
{
    private readonly Counter<long> _articles;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _repairs;
    private readonly Histogram<double> _stages;
    private readonly Histogram<double> _ages;
    private readonly Gauge<long> _depths;
    private readonly Gauge<double> _waits;
    private readonly Gauge<long> _poison;
    private readonly Gauge<double> _poisonAges;
    private readonly Gauge<long> _stored;

    /// <summary>Initializes a new instance of the <see cref="PipelineMetrics"/> class.</summary>
    /// <param name="meter">The meter, named <see cref="PipelineTelemetry.Name"/>.</param>
    public PipelineMetrics(Meter meter)
    {
        _articles = meter.CreateCounter<long>("pipeline.articles", "{article}", "Articles that came into a state.");
        _retries = meter.CreateCounter<long>("pipeline.retries", "{delivery}", "Deliveries that were not the first of their message.");
        _repairs = meter.CreateCounter<long>("pipeline.repairs", "{repair}", "What reconciling found and repaired.");
        _stages = meter.CreateHistogram<double>("pipeline.stage.duration", "s", "How long a stage took for one file or article.");
        _ages = meter.CreateHistogram<double>("pipeline.article.age", "s", "The time from a file's upload until its article was served.");
        _depths = meter.CreateGauge<long>("pipeline.queue.depth", "{message}", "Messages in a queue, those that are being worked on included.");
        _waits = meter.CreateGauge<double>("pipeline.queue.age", "s", "For how long the first message that waits in a queue has been there.");
        _poison = meter.CreateGauge<long>("pipeline.poison.kept", "{message}", "Messages that failed too often and are kept, by queue; counted up to 1,000.");
        _poisonAges = meter.CreateGauge<double>("pipeline.poison.age", "s", "How long ago the oldest message that is kept failed, by queue; 0 where there is none.");
        _stored = meter.CreateGauge<long>("pipeline.articles.stored", "{article}", "Articles that are in a state, as they were counted last.");
    }

    /// <summary>Counts an article that came into a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="reason">The reason of a rejected or failed one.</param>
    internal void Committed(ArticleState state, string? reason) =>
        _articles.Add(1, new("state", Name(state)), new("reason", reason ?? ""));

    /// <summary>Notes how old a file was when its article was served.</summary>
    internal void Served(TimeSpan age) => _ages.Record(age.TotalSeconds);

    /// <summary>Notes the end of a stage.</summary>
    internal void Ended(string stage, bool hasFailed, TimeSpan duration) =>
        _stages.Record(duration.TotalSeconds, new("stage", stage), new("outcome", hasFailed ? "failed" : "succeeded"));

    /// <summary>Counts a delivery that was not the first.</summary>
    internal void Retried(string stage) => _retries.Add(1, new KeyValuePair<string, object?>("stage", stage));

    /// <summary>Counts what reconciling repaired.</summary>
    internal void Repaired(string finding, long times) => _repairs.Add(times, new KeyValuePair<string, object?>("finding", finding));

    /// <summary>Notes how full a queue is.</summary>
    internal void Measured(QueueDepth depth, DateTimeOffset now)
    {
        _depths.Record(depth.Messages, new KeyValuePair<string, object?>("queue", depth.Queue));
        _waits.Record(depth.OldestWaiting is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0, new KeyValuePair<string, object?>("queue", depth.Queue));
    }

    /// <summary>Notes how many articles there are by state. Those that wait are in the queues' depths.</summary>
    internal void Measured(ArticleCountsResponse counts)
    {
        foreach (var (state, articles) in new[] { (ArticleState.Tagged, counts.Tagged), (ArticleState.Rejected, counts.Rejected), (ArticleState.Failed, counts.Failed) })
        {
            _stored.Record(articles, new KeyValuePair<string, object?>("state", Name(state)));
        }
    }

    /// <summary>Notes how much is kept of what failed too often, and for how long.</summary>
    internal void Measured(PoisonDepth depth, DateTimeOffset now)
    {
        _poison.Record(depth.Messages, new KeyValuePair<string, object?>("queue", depth.Queue));
        _poisonAges.Record(depth.Oldest is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0, new KeyValuePair<string, object?>("queue", depth.Queue));
    }

    private static string Name(ArticleState state) => state.ToString().ToLowerInvariant();
}
