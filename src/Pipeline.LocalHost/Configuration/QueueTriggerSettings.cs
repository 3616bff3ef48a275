namespace Pipeline.LocalHost.Configuration;

/// <summary><c>extensions.queues</c> of <c>host.json</c>.</summary>
internal sealed record QueueTriggerSettings
{
    // The service's own bound on a visibility timeout.
    private static readonly TimeSpan LongestVisibilityTimeout = TimeSpan.FromDays(7);

    /// <summary>Gets how many messages are taken in one request. The default is 16; from 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>Gets the number of running messages at or below which more are taken. The default is half a batch a core.</summary>
    public int NewBatchThreshold { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>Gets how often a message is tried before it goes to the poison queue. The default is 5.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>Gets how long a message that failed waits for its next try. The default is zero; at most 7 days.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>Gets the longest pause between two looks at an empty queue. The default is 1 minute; at least 100 ms.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets a value indicating whether bodies are base64 in the queue. The default is true.</summary>
    public bool Base64 { get; init; } = true;

    public static QueueTriggerSettings Read(JsonSection section)
    {
        var defaults = new QueueTriggerSettings();
        var batchSize = section.Number("batchSize", defaults.BatchSize, least: 1, most: 32);
        return new QueueTriggerSettings
        {
            BatchSize = batchSize,
            NewBatchThreshold = section.Number(
                "newBatchThreshold", batchSize * Environment.ProcessorCount / 2, least: 0),
            MaxDequeueCount = section.Number("maxDequeueCount", defaults.MaxDequeueCount, least: 1),
            VisibilityTimeout = section.Duration(
                "visibilityTimeout", defaults.VisibilityTimeout, TimeSpan.Zero, LongestVisibilityTimeout),
            MaxPollingInterval = section.Duration(
                "maxPollingInterval", defaults.MaxPollingInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1)),
            Base64 = section.Text("messageEncoding", "base64").ToUpperInvariant() switch
            {
                "BASE64" => true,
                "NONE" => false,
                _ => throw new FunctionHostException(
                    "host.json: extensions.queues.messageEncoding must be \"base64\" or \"none\"."),
            },
        };
    }
}
