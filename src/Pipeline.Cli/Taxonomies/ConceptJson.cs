using Pipeline.Text.Tagging;

namespace Pipeline.Cli.Taxonomies;

/// <summary>Writes concepts as taxonomy files have them.</summary>
internal static class ConceptJson
{
    /// <summary>Returns what is written for a concept; what has its default is left out.</summary>
    /// <param name="concept">The concept.</param>
    public static object Of(Concept concept) => new
    {
        concept.Id,
        concept.PreferredLabel,
        AlternativeLabels = Some(concept.AlternativeLabels),
        concept.Definition,
        Broader = Some(concept.Broader),
        Related = Some(concept.Related),
        concept.Medtop,
        concept.Wikidata,
        concept.Cap,
        Terms = concept.Terms.Where(term => !IsOfLabel(term, concept)).Select(Of).ToList(),
        Except = Some(concept.Except),
    };

    /// <summary>Tells a term that a label is by itself, so that a file need not list it.</summary>
    private static bool IsOfLabel(Term term, Concept concept) => IsPlain(term) && (term.Text == concept.PreferredLabel || concept.AlternativeLabels.Contains(term.Text));

    private static bool IsPlain(Term term) => term == new Term { Text = term.Text, Requires = term.Requires, Excludes = term.Excludes } && term.Requires.Count + term.Excludes.Count == 0;

    private static object Of(Term term) => IsPlain(term)
        ? term.Text
        : new
        {
            term.Text,
            Kind = term.Kind == TermKind.Strong ? (TermKind?)null : term.Kind,
            Weight = term.Weight == Term.DefaultWeight(term.Kind) ? (double?)null : term.Weight,
            Requires = Some(term.Requires),
            Excludes = Some(term.Excludes),
            Within = term.Within == ContextScope.Paragraph ? (ContextScope?)null : term.Within,
            Case = term.MatchCase ? "match" : null,
            Inflect = term.Inflection,
            Gap = term.MaxGap == Term.DefaultMaxGap ? (int?)null : term.MaxGap,
        };

    private static IReadOnlyList<string>? Some(IReadOnlyList<string> items) => items.Count > 0 ? items : null;
}
