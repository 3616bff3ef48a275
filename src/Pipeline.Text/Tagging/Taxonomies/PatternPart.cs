namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>One part of a pattern: a set of phrases, any of which stands there.</summary>
/// <param name="Name">What names the same set of phrases anywhere: the part as the pattern writes it.</param>
/// <param name="Phrases">The phrases; at least one, each with a word.</param>
/// <param name="AfterGap">Whether other words may stand before it; otherwise it follows the part before directly.</param>
/// <param name="IsWordSet">Whether it is a word set of the taxonomy.</param>
internal sealed record PatternPart(string Name, IReadOnlyList<string> Phrases, bool AfterGap, bool IsWordSet);
