namespace Pipeline.LocalHost.Configuration;

/// <summary><c>extensions.blobs</c> of <c>host.json</c>.</summary>
internal sealed record BlobTriggerSettings
{
    /// <summary>Gets how many blob functions run at once, all together. The default is 8 a core.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>Gets how often a blob is tried before it goes to the poison queue. The default is 5.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;

    public static BlobTriggerSettings Read(JsonSection section)
    {
        var defaults = new BlobTriggerSettings();
        return new BlobTriggerSettings
        {
            MaxDegreeOfParallelism = section.Number("maxDegreeOfParallelism", defaults.MaxDegreeOfParallelism, least: 1),
            PoisonBlobThreshold = section.Number("poisonBlobThreshold", defaults.PoisonBlobThreshold, least: 1),
        };
    }
}
