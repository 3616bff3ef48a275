using Pipeline.Processing.Queries.Responses;

namespace Pipeline.Cli.Run;

/// <summary>What the API says of an article of a dropped file in the end.</summary>
/// <param name="Name">The file's blob, with what names the article in a file of several.</param>
/// <param name="Address">Where its summary is served.</param>
/// <param name="Summary">The summary; null where there is none.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record ArticleOutcome(string Name, Uri Address, SummaryResponse? Summary, string? Problem = null);
