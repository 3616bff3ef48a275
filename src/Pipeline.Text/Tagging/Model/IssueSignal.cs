using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Model;

/// <summary>That an article has terms of an issue, for what it says of other issues.</summary>
/// <param name="Hash">What the model knows the issue by.</param>
/// <param name="Density">How much there is of it, from 0 to 1.</param>
/// <param name="First">Where the first term stands in the article's own text; null where it stands beside it only.</param>
internal readonly record struct IssueSignal(uint Hash, double Density, TokenRange? First);
