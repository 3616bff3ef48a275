using System.Text.Json;

namespace Pipeline.LocalHost.Configuration;

/// <summary>
/// What the host takes from <c>host.json</c>, with the platform's defaults where a key is absent. Other keys are the
/// platform's own business and are ignored.
/// </summary>
internal sealed record HostJson
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Gets how long one invocation may take; null for no limit (<c>"-1"</c>). The default is 30 minutes.</summary>
    public TimeSpan? FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Gets what stands before every route, without slashes at its ends. The default is <c>api</c>; may be empty.</summary>
    public string RoutePrefix { get; init; } = "api";

    public BlobTriggerSettings Blobs { get; init; } = new();

    public QueueTriggerSettings Queues { get; init; } = new();

    public static HostJson Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FunctionHostException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    public static HostJson Parse(string json, string file = "host.json")
    {
        using var document = ParseDocument(json, file);
        var root = JsonSection.Root(document.RootElement, file);
        if (root.Text("version", "2.0") is not "2.0" and var version)
        {
            throw new FunctionHostException($"{file}: version must be \"2.0\", not \"{version}\".");
        }

        var extensions = root.Section("extensions");
        return new HostJson
        {
            FunctionTimeout = ReadTimeout(root),
            RoutePrefix = extensions.Section("http").Text("routePrefix", "api").Trim('/'),
            Blobs = BlobTriggerSettings.Read(extensions.Section("blobs")),
            Queues = QueueTriggerSettings.Read(extensions.Section("queues")),
        };
    }

    private static TimeSpan? ReadTimeout(JsonSection root) =>
        root.Text("functionTimeout", "") is "-1"
            ? null
            : root.Duration("functionTimeout", TimeSpan.FromMinutes(30), TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(10));

    private static JsonDocument ParseDocument(string json, string file)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException exception)
        {
            throw new FunctionHostException($"{file} is not JSON: {exception.Message}", exception);
        }
    }
}
