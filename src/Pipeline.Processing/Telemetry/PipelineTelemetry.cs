using System.Diagnostics;

namespace Pipeline.Processing.Telemetry;

/// <summary>What the pipeline tells of itself by OpenTelemetry: spans of one source, and the metrics of one meter.</summary>
public static class PipelineTelemetry
{
    /// <summary>The name of the source of spans, and of the meter.</summary>
    public const string Name = "NewsIssuePipeline";

    /// <summary>The tag that says which file or article a span is about.</summary>
    internal const string IdTag = "pipeline.id";

    /// <summary>Gets the source of spans: one a stage, all of an article in one trace, which its messages carry.</summary>
    internal static ActivitySource Source { get; } = new(Name);
}
