namespace Pipeline.Text.Tagging.Matching;

/// <summary>A term of an issue found in an article.</summary>
/// <param name="Term">The term's index in the <see cref="TermIndex"/>.</param>
/// <param name="Tokens">Where it stands.</param>
/// <param name="Phrases">The numbers of the phrases that were found for its parts, in order.</param>
internal readonly record struct TermMatch(int Term, TokenRange Tokens, int[] Phrases);
