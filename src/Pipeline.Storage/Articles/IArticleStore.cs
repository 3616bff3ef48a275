namespace Pipeline.Storage.Articles;

/// <summary>Keeps heads and intents. Every method that finds its own earlier write takes it for done.</summary>
public interface IArticleStore
{
    /// <summary>Reads an article's head and intents.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<ArticlePartition> ReadAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>Reads an article's head: one point read.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The head; null where there is none.</returns>
    Task<ArticleHead?> ReadHeadAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>Adds a head, unless the article has one.</summary>
    /// <param name="head">The head.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task AddIfMissingAsync(ArticleHead head, CancellationToken cancellationToken);

    /// <summary>Begins an attempt, in one transaction: raises the head's <see cref="ArticleHead.NextRev"/> to the intent's revision and adds the intent.</summary>
    /// <param name="head">The head with <see cref="ArticleHead.NextRev"/> raised.</param>
    /// <param name="tag">The tag of the head that was read; null where there was none.</param>
    /// <param name="intent">The attempt.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The head's new tag; null where somebody else was first.</returns>
    Task<string?> TryBeginAsync(ArticleHead head, string? tag, TagIntent intent, CancellationToken cancellationToken);

    /// <summary>Commits an attempt: replaces the head.</summary>
    /// <param name="head">The head, its <see cref="ArticleHead.Rev"/> the attempt's.</param>
    /// <param name="tag">The tag that <see cref="TryBeginAsync"/> gave.</param>
    /// <param name="dropIntent">Whether the attempt's intent goes in the same transaction.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where a later attempt has begun: this one is superseded.</returns>
    Task<bool> TryCommitAsync(ArticleHead head, string tag, bool dropIntent, CancellationToken cancellationToken);

    /// <summary>Drops an intent, unless it is gone.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="rev">The intent's revision.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task DropIntentAsync(string articleId, int rev, CancellationToken cancellationToken);

    /// <summary>Reads a page of all articles, in the order of their ids.</summary>
    /// <param name="token">The token of the page; null for the first.</param>
    /// <param name="limit">The most rows that are read, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    Task<StoragePage<ArticlePartition>> ScanAsync(string? token, int limit, CancellationToken cancellationToken);

    /// <summary>Says whether an article is kept away although its file holds it. Nothing else of the head changes.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="isSuppressed">Whether somebody asked for it, whatever it says.</param>
    /// <param name="expired">The content with which it expired; null where it did not.</param>
    /// <param name="tag">The tag of the head that was read.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where the head is no longer what was read.</returns>
    Task<bool> TryKeepAwayAsync(string articleId, bool isSuppressed, string? expired, string tag, CancellationToken cancellationToken);

    /// <summary>Removes a tombstone for good. An article that has intents must not be forgotten: they need its revisions.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="tag">The tag of the head that was read.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>False where the head is no longer what was read.</returns>
    Task<bool> TryForgetAsync(string articleId, string tag, CancellationToken cancellationToken);
}
