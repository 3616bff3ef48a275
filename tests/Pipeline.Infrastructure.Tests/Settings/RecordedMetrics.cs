using System.Diagnostics.Metrics;
using Pipeline.Processing.Telemetry;
using Pipeline.Storage;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Messages;
using Pipeline.Storage.Poison;

namespace Pipeline.Infrastructure.Tests.Settings;

/// <summary>What the pipeline's metrics record when everything that they tell of happens once.</summary>
internal static class RecordedMetrics
{
    /// <summary>Gets the tags, with the metric that each is of; a metric without tags has an empty one.</summary>
    public static IReadOnlySet<(string Metric, string Tag, string Value)> All { get; } = Record();

    private static HashSet<(string Metric, string Tag, string Value)> Record()
    {
        var recorded = new HashSet<(string, string, string)>();
        using var meter = new Meter("recorded");
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, one) =>
        {
            if (instrument.Meter == meter)
            {
                one.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(recorded, instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(recorded, instrument, tags));
        listener.Start();

        var metrics = new PipelineMetrics(meter);
        foreach (var state in Enum.GetValues<ArticleState>())
        {
            metrics.Committed(state, reason: null);
        }

        metrics.Served(TimeSpan.Zero);
        metrics.Ended("parse", hasFailed: true, TimeSpan.Zero);
        metrics.Ended("parse", hasFailed: false, TimeSpan.Zero);
        metrics.Retried("parse");
        metrics.Repaired("MissingRow", 1);
        foreach (var queue in QueueNames.Poison.Append(QueueNames.ParseArticle))
        {
            metrics.Measured(new QueueDepth(queue, 1, null), DateTimeOffset.UnixEpoch);
            metrics.Measured(new PoisonDepth(queue, 1, null), DateTimeOffset.UnixEpoch);
        }

        return recorded;
    }

    private static void Add(HashSet<(string Metric, string Tag, string Value)> recorded, Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        recorded.Add((instrument.Name, "", ""));
        foreach (var (name, value) in tags)
        {
            recorded.Add((instrument.Name, name, value?.ToString() ?? ""));
        }
    }
}
