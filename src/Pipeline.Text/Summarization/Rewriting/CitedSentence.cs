namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>A sentence of a rewritten summary.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Cites">The sentences it says the like of: their numbers in the extractive summary, from 1, each once.</param>
public sealed record CitedSentence(string Text, IReadOnlyList<int> Cites);
