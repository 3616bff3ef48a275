namespace Pipeline.Storage.Messages;

/// <summary>Asks to make the tables say what a file says now.</summary>
/// <param name="BlobName">The blob's name in the container <see cref="ContainerNames.Articles"/>.</param>
public sealed record ParseArticleMessage(string BlobName)
{
    /// <summary>The version of this message's form.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Gets the W3C trace context that the message was sent in; null where there was none. Its receiver goes on with that trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Gets the version of the form that the message was written in.</summary>
    public int Version { get; init; } = CurrentVersion;
}
