namespace Pipeline.Storage.Messages;

/// <summary>Asks to bring an article to the version that its file's row wants.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="FileId">The file that holds it, or held it.</param>
public sealed record TagIssuesMessage(string ArticleId, string FileId)
{
    /// <summary>The version of this message's form.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Gets a value indicating whether the article is to be tagged also where it is what its file wants: something beside it has changed.</summary>
    public bool Again { get; init; }

    /// <summary>Gets a value indicating whether the article is to be tagged also where it is what its file wants, as long as it has no cluster of near duplicates: there is one now.</summary>
    public bool Joins { get; init; }

    /// <summary>Gets the W3C trace context that the message was sent in; null where there was none. Its receiver goes on with that trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Gets the version of the form that the message was written in.</summary>
    public int Version { get; init; } = CurrentVersion;
}
