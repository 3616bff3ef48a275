using Pipeline.Storage.Articles;

namespace Pipeline.Processing.Queries.Responses;

/// <summary>An article by where it comes from and how far it is, as it is served in listings of articles.</summary>
public sealed record ListedArticleResponse
{
    /// <summary>Gets the article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the blob's name.</summary>
    public required string Blob { get; init; }

    /// <summary>Gets what names the article inside a file of several; null where the file is the article, and in listings by state.</summary>
    public string? Item { get; init; }

    /// <summary>Gets how far the article is.</summary>
    public required ArticleState State { get; init; }

    /// <summary>Gets why it is rejected or failed, for programs.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets why it is rejected or failed, for people.</summary>
    public string? Detail { get; init; }

    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets when the pipeline first saw the article.</summary>
    public required DateTimeOffset FirstSeen { get; init; }
}
