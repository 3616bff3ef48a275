using Pipeline.Processing.Queries.Responses;

namespace Pipeline.Cli.Run;

/// <summary>What the API says of a dropped article in the end.</summary>
/// <param name="Article">The article.</param>
/// <param name="Address">Where its summary is served.</param>
/// <param name="Summary">The summary; null where there is none.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record ArticleOutcome(DroppedArticle Article, Uri Address, SummaryResponse? Summary, string? Problem = null);
