using Azure.Storage.Blobs.Models;

namespace Pipeline.LocalHost;

/// <summary>Tells of blobs as they are written, so that they need not be looked for. Safe for use by many threads.</summary>
public sealed class BlobWrites
{
    /// <summary>Raised for each blob that was written, on the thread that learned of it. What handles it must be quick, and not throw.</summary>
    internal event Action<BlobWrite>? Written;

    /// <summary>Tells of a blob.</summary>
    /// <param name="write">The blob.</param>
    internal void Tell(BlobWrite write) => Written?.Invoke(write);
}

/// <summary>A blob that was written.</summary>
/// <param name="Container">The container.</param>
/// <param name="Name">The blob's name.</param>
/// <param name="ETag">The ETag of its new content, in quotes.</param>
/// <param name="Type">Its kind.</param>
internal readonly record struct BlobWrite(string Container, string Name, string ETag, BlobType Type);
