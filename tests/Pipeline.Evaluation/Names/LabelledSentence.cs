using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>A name in a labelled sentence.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">The token past the last.</param>
/// <param name="Type">What is named; null where its type is none of ours.</param>
internal readonly record struct LabelledName(int Start, int End, NameType? Type);

/// <summary>A sentence with its names.</summary>
/// <param name="Document">The document it is from; null where the file does not say.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Names">Its names.</param>
/// <param name="MayMiss">Whether the labels leave some kinds of names out.</param>
internal sealed record LabelledSentence(string? Document, IReadOnlyList<string> Tokens, IReadOnlyList<LabelledName> Names, bool MayMiss);
