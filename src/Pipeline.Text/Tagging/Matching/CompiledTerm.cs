namespace Pipeline.Text.Tagging.Matching;

/// <summary>One sequence of parts that a term stands for, with the parts replaced by the numbers of what the phrase matcher finds.</summary>
/// <param name="Concept">The index of its concept.</param>
/// <param name="Number">The number of the term; the sequences of one term share it.</param>
/// <param name="Term">The term.</param>
/// <param name="Parts">What must be found, in order.</param>
/// <param name="Requires">The contexts that must all be near.</param>
/// <param name="Excludes">The contexts that must not be near.</param>
internal sealed record CompiledTerm(int Concept, int Number, Term Term, CompiledPart[] Parts, int[] Requires, int[] Excludes);

/// <summary>One part of a sequence.</summary>
/// <param name="Element">The number of the set of phrases.</param>
/// <param name="MaxGap">The most words that may stand before it; null where it must follow directly, without punctuation.</param>
internal readonly record struct CompiledPart(int Element, int? MaxGap);
