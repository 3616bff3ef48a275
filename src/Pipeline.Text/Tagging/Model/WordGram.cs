using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Model;

/// <summary>A word or a pair of neighbouring words of an article.</summary>
/// <param name="Hash">The hash of the keys of its words.</param>
/// <param name="Tokens">Where it stands.</param>
internal readonly record struct WordGram(uint Hash, TokenRange Tokens);
