namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function when a blob is new or changed.</summary>
/// <param name="blobPath">The container and the name's pattern, as <c>articles/{name}</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    /// <summary>Gets the container and the name's pattern.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Gets or sets the name of the setting that holds the storage connection.</summary>
    public string? Connection { get; set; }

    /// <summary>Gets or sets where the platform learns of blobs from.</summary>
    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}

/// <summary>Where the platform learns of new and changed blobs from.</summary>
public enum BlobTriggerSource
{
    /// <summary>From the storage's logs and by listing the container.</summary>
    LogsAndContainerScan = 0,

    /// <summary>From Event Grid.</summary>
    EventGrid = 1,
}
