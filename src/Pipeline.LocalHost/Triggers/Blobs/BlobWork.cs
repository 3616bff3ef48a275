using Azure.Storage.Blobs.Models;

namespace Pipeline.LocalHost.Triggers.Blobs;

/// <summary>One content of one blob, to run a function on.</summary>
/// <param name="name">The blob's name in its container.</param>
/// <param name="etag">The content's ETag, in quotes.</param>
/// <param name="blobType">The kind of the blob.</param>
internal sealed class BlobWork(string name, string etag, BlobType blobType)
{
    public string Name { get; } = name;

    public string ETag { get; } = etag;

    public BlobType BlobType { get; } = blobType;

    /// <summary>Gets or sets how often the function failed on it.</summary>
    public int Failures { get; set; }
}
