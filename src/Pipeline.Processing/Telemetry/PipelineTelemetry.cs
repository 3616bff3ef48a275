using System.Diagnostics;

namespace Pipeline.Processing.Telemetry;

/// <summary>What the pipeline tells of itself by OpenTelemetry: spans of one source, and the metrics of one meter.</summary>
public static class PipelineTelemetry
{
    /// <summary>The name of the source of spans, and of the meter.</summary>
    public const string Name = "NewsIssuePipeline";

    /// <summary>The name of the span that begins a trace where one cause asks for many articles.</summary>
    internal const string Asking = "ask";

    /// <summary>The tag that says which file or article a span is about.</summary>
    internal const string IdTag = "pipeline.id";

    /// <summary>Gets the source of spans: one a stage, all of an article in one trace, which its messages carry.</summary>
    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>
    /// Asks for one of many, a file or an article, in a trace of its own that is linked to what they are all asked for by: a
    /// trace of thousands could not be read, nor be sampled by the article.
    /// </summary>
    /// <param name="id">The file or the article.</param>
    /// <param name="ask">Sends the message.</param>
    internal static async Task AskForOneOfManyAsync(string id, Func<Task> ask)
    {
        var cause = Activity.Current;
        Activity.Current = null; // Within this method alone: without it the span would be a child.
        using var span = Source.StartActivity(Asking, ActivityKind.Producer, parentContext: default, links: cause is null ? null : [new ActivityLink(cause.Context)]);
        span?.SetTag(IdTag, id);
        Activity.Current ??= cause; // Where nobody listens there is no span, and the message goes on with what trace there is.
        await ask();
    }
}
