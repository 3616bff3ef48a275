using Pipeline.Storage.Articles;

namespace Pipeline.Processing.Queries;

/// <summary>What keeps an article from being served.</summary>
internal static class ArticleProblems
{
    /// <summary>Gets the problem of an article whose version went while it was read: the next try finds the new one.</summary>
    public static QueryProblem Changing { get; } = new(QueryProblemKind.Pending, "The article is changing; ask again.");

    /// <summary>Returns the problem of an article; null where it can be served.</summary>
    /// <param name="head">The article's head; null where it has none.</param>
    public static QueryProblem? Of(ArticleHead? head) => head switch
    {
        null => new(QueryProblemKind.NotFound, "No article is known under this id."),
        { State: ArticleState.Pending } => new(QueryProblemKind.Pending, "The article is not tagged yet; ask again."),
        { State: ArticleState.Deleted, IsSuppressed: true } => new(QueryProblemKind.Deleted, "The article was deleted on request; it can be restored."),
        { State: ArticleState.Deleted, Expired: not null } => new(QueryProblemKind.Deleted, "The article is older than articles are kept; it comes back when it changes."),
        { State: ArticleState.Deleted } => new(QueryProblemKind.Deleted, "The article's file is gone, or holds it no longer."),
        { State: ArticleState.Rejected } => new(QueryProblemKind.Rejected, head.Detail ?? "No article can be read from the file.", head.Reason),
        { State: ArticleState.Failed } => new(QueryProblemKind.Failed, head.Detail ?? "The article's processing failed too often.", head.Reason),
        _ => null,
    };
}
