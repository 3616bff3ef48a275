using Pipeline.Storage.Index;

namespace Pipeline.Storage.Articles;

/// <summary>One attempt to change an article: what it may leave behind if it ends half way. It belongs to the attempt alone.</summary>
public sealed record TagIntent
{
    /// <summary>Gets the article's id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Gets the attempt's revision: higher than that of every earlier attempt.</summary>
    public required int Rev { get; init; }

    /// <summary>Gets a value of its own by which the attempt knows its writes.</summary>
    public required Guid Attempt { get; init; }

    /// <summary>Gets the version that the attempt brings the article to.</summary>
    public required string Version { get; init; }

    /// <summary>Gets when the attempt began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Gets the index rows of the revision that it replaces.</summary>
    public required IReadOnlyList<IndexKey> OldKeys { get; init; }

    /// <summary>Gets the index rows that it writes.</summary>
    public required IReadOnlyList<IndexKey> NewKeys { get; init; }
}
