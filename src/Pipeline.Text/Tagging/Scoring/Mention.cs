using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>A term of an issue in an article.</summary>
/// <param name="Match">The term and where it stands.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Listed">Whether it stands in a sentence that lists subjects.</param>
internal readonly record struct Mention(TermMatch Match, double Weight, bool Listed);
