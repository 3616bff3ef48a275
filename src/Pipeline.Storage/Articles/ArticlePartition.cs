namespace Pipeline.Storage.Articles;

/// <summary>All rows of an article, as one read found them.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Head">The head; null where there is none.</param>
/// <param name="Intents">The attempts that are under way or broke off, by revision.</param>
public sealed record ArticlePartition(string ArticleId, Stored<ArticleHead>? Head, IReadOnlyList<TagIntent> Intents);
