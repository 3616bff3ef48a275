using System.Collections.Immutable;
using Azure.Storage.Blobs.Models;

namespace Pipeline.LocalHost;

/// <summary>Tells of the blobs of one blob service as they are written, so that they need not be looked for. Safe for use by many threads.</summary>
public sealed class BlobWrites
{
    private volatile Uri? _service;
    private ImmutableArray<Action<BlobWrite>> _listeners = [];

    internal BlobWrites()
    {
    }

    /// <summary>Begins to tell.</summary>
    /// <param name="service">The address of the blob service.</param>
    internal void Begin(Uri service) => _service = service;

    /// <summary>Has something told of each blob that is written, on the thread that learned of it.</summary>
    /// <param name="listener">What is told. It must be quick, and not throw.</param>
    internal void Subscribe(Action<BlobWrite> listener) => ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Add(one), listener);

    /// <summary>Has something told no more, but for what is on its way.</summary>
    /// <param name="listener">What was told.</param>
    internal void Unsubscribe(Action<BlobWrite> listener) => ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Remove(one), listener);

    /// <summary>Says whether the blobs of a service are told of.</summary>
    /// <param name="service">The address of the blob service.</param>
    internal bool TellsOf(Uri service) => _service == service;

    /// <summary>Tells of a blob.</summary>
    /// <param name="write">The blob.</param>
    internal void Tell(BlobWrite write)
    {
        foreach (var listener in _listeners)
        {
            listener(write);
        }
    }

    /// <summary>Ends it: nobody is told of anything any more.</summary>
    internal void End() => _service = null;
}

/// <summary>A blob that was written.</summary>
/// <param name="Container">The container.</param>
/// <param name="Name">The blob's name.</param>
/// <param name="ETag">The ETag of its new content, in quotes.</param>
/// <param name="Type">Its kind.</param>
internal readonly record struct BlobWrite(string Container, string Name, string ETag, BlobType Type);
