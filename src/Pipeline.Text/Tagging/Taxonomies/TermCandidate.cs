using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>A listed term, with what its pattern stands for.</summary>
/// <param name="Term">The term.</param>
/// <param name="Line">Its line.</param>
/// <param name="Position">Its place in the concept's list.</param>
/// <param name="Parts">The sequences of parts that its pattern stands for.</param>
internal sealed record TermCandidate(Term Term, int Line, int Position, IReadOnlyList<IReadOnlyList<PatternPart>> Parts)
{
    /// <summary>Gets the phrases that the term stands for; null where it has gaps or several parts.</summary>
    public IReadOnlyList<TermPhrase>? Phrases { get; } = Parts is [[var part]] ? PhrasesOf(Term, part, parts: 1) : null;

    /// <summary>Gets what two terms of several parts share that stand for the same.</summary>
    public string Sequence { get; } = Parts is [[_]]
        ? ""
        : string.Join('\n', Parts.Select(parts => string.Concat(parts.Select(part =>
            $"{(part.AfterGap ? Term.Gap : "+")}{string.Join('|', PhrasesOf(Term, part, parts.Count).Select(phrase => phrase.Key).Order(StringComparer.Ordinal))}"))));

    /// <summary>Gets a value indicating whether the term counts wherever it stands.</summary>
    public bool CountsAnywhere { get; } = Term.Kind != TermKind.NeedsContext && Term.Excludes.Count == 0;

    /// <summary>Says whether, of two terms at the same place, this one counts.</summary>
    /// <param name="other">The other term.</param>
    public bool CountsBefore(TermCandidate other) =>
        Term.Weight > other.Term.Weight || (Term.Weight == other.Term.Weight && Position < other.Position);

    private static List<TermPhrase> PhrasesOf(Term term, PatternPart part, int parts)
    {
        var inflection = term.Inflection ?? (parts > 1 && !part.IsWordSet ? Inflection.Verb : null);
        return [.. part.Phrases.Select(phrase => TermPhrase.Of(phrase, inflection, term.MatchCase))];
    }
}
