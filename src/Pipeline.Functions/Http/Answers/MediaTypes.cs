namespace Pipeline.Functions.Http.Answers;

/// <summary>The media types that the API serves.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Text = "text/plain; charset=utf-8";
    public const string Markdown = "text/markdown; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";
    public const string Atom = "application/atom+xml";
    public const string EventStream = "text/event-stream";
    public const string JsonFeed = "application/feed+json";

    /// <summary>Returns a media type without its parameters.</summary>
    public static string WithoutParameters(string mediaType) => mediaType.Split(';')[0];
}
