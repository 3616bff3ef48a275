using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Text;

/// <summary>What the pipeline says of an article.</summary>
/// <param name="Issues">The issues, best first.</param>
/// <param name="Actors">The actors, best first.</param>
/// <param name="Summary">The summary's candidates.</param>
public sealed record ArticleAnalysis(IReadOnlyList<IssueTag> Issues, IReadOnlyList<ActorTag> Actors, Summary Summary);
