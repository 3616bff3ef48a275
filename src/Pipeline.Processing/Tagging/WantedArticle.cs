using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;

namespace Pipeline.Processing.Tagging;

/// <summary>What an article's rows shall say: the head, and an entry for each listing it stands in. Revisions are the committer's.</summary>
/// <param name="Head">The head.</param>
/// <param name="Rows">The index rows.</param>
public sealed record WantedArticle(ArticleHead Head, IReadOnlyList<IndexRow> Rows);
