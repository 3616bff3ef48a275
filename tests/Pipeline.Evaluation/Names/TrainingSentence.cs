namespace Pipeline.Evaluation.Names;

/// <summary>A sentence to learn from.</summary>
/// <param name="Features">The indexes of the words' features, word after word.</param>
/// <param name="Ends">Where each word's features end.</param>
/// <param name="Allowed">The labels that each word may have, a bit each: one where the data say it, several where they leave it open.</param>
internal sealed record TrainingSentence(int[] Features, int[] Ends, uint[] Allowed);
