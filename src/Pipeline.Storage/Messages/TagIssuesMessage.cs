namespace Pipeline.Storage.Messages;

/// <summary>Asks to bring an article to the version that its file's row wants.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="FileId">The file that holds it, or held it.</param>
public sealed record TagIssuesMessage(string ArticleId, string FileId)
{
    /// <summary>The version of this message's form.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Gets the version of the form that the message was written in.</summary>
    public int Version { get; init; } = CurrentVersion;
}
