namespace Pipeline.Text.Matching;

/// <summary>A phrase found in a text.</summary>
/// <param name="Phrase">The phrase's number, as <see cref="PhraseMatcherBuilder.Add"/> gave it.</param>
/// <param name="First">The index of its first token.</param>
/// <param name="Last">The index of its last token.</param>
internal readonly record struct PhraseMatch(int Phrase, int First, int Last);
