namespace Pipeline.Text.Matching;

/// <summary>A state of the automaton that finds phrases: the words that brought it there are the beginning of a phrase.</summary>
/// <param name="Failure">The state of the longest end of those words that begins a phrase too; 0 where none does.</param>
/// <param name="Shorter">The nearest state along the failures that ends a phrase; 0 where none does.</param>
/// <param name="Phrase">The first of the phrases that end here; -1 where none does.</param>
/// <param name="GoesOn">Whether any phrase goes on from here.</param>
internal readonly record struct PhraseState(int Failure, int Shorter, int Phrase, bool GoesOn);
