using Pipeline.Processing.Queries.Responses;

namespace Pipeline.Processing.Feeds;

/// <summary>One page of a feed: the newest articles, of all or of one issue.</summary>
public sealed record Feed
{
    // What every id begins with: made of what it names alone, so that it stays the same wherever the feed is served from.
    private const string IdPrefix = "urn:news-issue-pipeline:";

    /// <summary>Gets the issue's concept id; null for all articles.</summary>
    public string? IssueId { get; init; }

    /// <summary>Gets the issue's label; null for all articles.</summary>
    public string? IssueLabel { get; init; }

    /// <summary>Gets the articles, newest first.</summary>
    public required IReadOnlyList<SummaryResponse> Articles { get; init; }

    /// <summary>Gets the cursor of the next page; null where this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>Gets the feed's id, the same for all of its pages.</summary>
    public string Id => IssueId is null ? $"{IdPrefix}feed" : $"{IdPrefix}feed:{IssueId}";

    /// <summary>Gets the feed's title.</summary>
    public string Title => IssueLabel is null ? "News" : $"News: {IssueLabel}";

    /// <summary>Gets when its newest change was; the epoch where it is empty.</summary>
    public DateTimeOffset Updated => Articles.Select(UpdatedOf).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>Gets the vocabulary that issues are named in, where a format asks for one.</summary>
    public static string IssueScheme => $"{IdPrefix}issue";

    /// <summary>Returns the id of an article, the same in all feeds and for all versions of it.</summary>
    /// <param name="article">The article.</param>
    public static string IdOf(SummaryResponse article) => $"{IdPrefix}article:{article.Id}";

    /// <summary>Returns when an article was last changed as far as readers of feeds should care.</summary>
    /// <param name="article">The article.</param>
    public static DateTimeOffset UpdatedOf(SummaryResponse article) => article.Updated ?? article.FirstSeen;

    /// <summary>Returns when an article was published: the start of its day, or, where it has none, when it was first seen.</summary>
    /// <param name="article">The article.</param>
    public static DateTimeOffset PublishedOf(SummaryResponse article) =>
        article.Published is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : article.FirstSeen;

    /// <summary>Returns an article's summary as one text.</summary>
    /// <param name="article">The article.</param>
    public static string TextOf(SummaryResponse article) => string.Join(' ', article.Summary.Select(sentence => sentence.Text));
}
