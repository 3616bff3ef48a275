using Pipeline.Text;

namespace Pipeline.Processing.Queries.Responses;

/// <summary>An article's questions and answers, as they are served.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Version">The version of the parsed article.</param>
/// <param name="Faq">The questions and answers; empty where the article has none.</param>
public sealed record FaqResponse(string Id, string Version, IReadOnlyList<QuestionAnswer> Faq);
