using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>Finds terms that can never count: other terms take every place where they stand, or nothing that they need can be there.</summary>
/// <param name="source">The file, which is valid so far.</param>
/// <param name="patterns">Its patterns.</param>
/// <param name="problems">What takes the findings.</param>
internal sealed class TermCoverage(TaxonomySource source, TaxonomyPatterns patterns, List<TaxonomyProblem> problems)
{
    /// <summary>Looks at all concepts of the file.</summary>
    public void Check()
    {
        foreach (var item in source.Concepts.Where(item => item.Line > 0))
        {
            CheckCompany(item);
            CheckDead(item.Concept, [.. item.Concept.Terms.Select((term, i) => new TermCandidate(term, item.LineOfTerm(i), i, patterns.Terms[term.Text]))]);
        }
    }

    private void CheckCompany(ConceptSource item)
    {
        var concept = item.Concept;
        var labels = concept.AlternativeLabels.Prepend(concept.PreferredLabel).Select(Fold);
        var listed = concept.Terms.Select(term => Fold(term.Text)).ToHashSet(StringComparer.Ordinal);
        if (concept.Terms.Count > 0 && labels.All(listed.Contains) && concept.Terms.All(term => term is { Kind: TermKind.NeedsContext, Requires.Count: 0 }))
        {
            problems.Add(new TaxonomyProblem(item.Line, $"no term of \"{concept.Id}\" can ever count: each needs another one beside it, and none stands by itself"));
        }
    }

    private void CheckDead(Concept concept, IReadOnlyList<TermCandidate> terms)
    {
        var excepted = concept.Except.SelectMany(pattern => patterns.Phrases[pattern]).Select(Fold).ToHashSet(StringComparer.Ordinal);
        var covers = terms.Where(term => term.CountsAnywhere).OrderByDescending(term => term.Term.Weight).ThenBy(term => term.Position).ToList();
        var byStems = covers.SelectMany(term => (term.Phrases ?? []).Select(phrase => (Term: term, Phrase: phrase))).ToLookup(item => item.Phrase.Stems, StringComparer.Ordinal);
        var bySequence = covers.Where(term => term.Phrases is null).ToLookup(term => term.Sequence, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            var excluded = term.Term.Excludes.SelectMany(pattern => patterns.Phrases[pattern]).Select(Fold).ToHashSet(StringComparer.Ordinal);
            if (term.Phrases is { } phrases && phrases.All(phrase => excepted.Contains(phrase.Folded)))
            {
                Report(concept, term, "\"except\" covers it");
            }
            else if (term.Term.Requires.Any(pattern => patterns.Phrases[pattern].All(phrase => excluded.Contains(Fold(phrase)))))
            {
                Report(concept, term, "what it requires is what it excludes");
            }
            else if (term.Phrases is { } all && all.All(phrase => phrase.Folded.Length == 0))
            {
                Report(concept, term, $"it has a word of more than {WordFolder.MaxLength} letters");
            }
            else if (term.Parts.SelectMany(parts => parts).FirstOrDefault(HasBreak) is { } broken)
            {
                Report(concept, term, $"\"{broken.Phrases.First(HasBreak)}\" has punctuation inside, which no phrase reaches across; use \"{Term.Gap}\" for it");
            }
            else if (term.CountsAnywhere && (term.Phrases is null ? SameSequence(term, bySequence) : CoveredBy(term, byStems)) is { } other)
            {
                Report(concept, term, $"\"{other.Term.Text}\" and other terms cover it");
            }
        }
    }

    private static TermCandidate? SameSequence(TermCandidate term, ILookup<string, TermCandidate> bySequence) =>
        bySequence[term.Sequence].FirstOrDefault(other => other.CountsBefore(term) && other.Term.MaxGap >= term.Term.MaxGap);

    /// <summary>Finds the first of the terms that, together, count wherever a term would, and no less; null where there are none.</summary>
    private static TermCandidate? CoveredBy(TermCandidate term, ILookup<string, (TermCandidate Term, TermPhrase Phrase)> byStems)
    {
        TermCandidate? first = null;
        foreach (var phrase in term.Phrases!)
        {
            var (cover, _) = byStems[phrase.Stems].FirstOrDefault(other => other.Term.CountsBefore(term) && other.Phrase.Covers(phrase));
            if (cover is null)
            {
                return null;
            }

            first ??= cover;
        }

        return first;
    }

    private void Report(Concept concept, TermCandidate term, string why) =>
        problems.Add(new TaxonomyProblem(term.Line, $"the term \"{term.Term.Text}\" of \"{concept.Id}\" can never count: {why}"));

    private static bool HasBreak(PatternPart part) => part.Phrases.Any(HasBreak);

    private static bool HasBreak(string phrase) => TermPhrase.Of(phrase, Inflection.None, matchCase: false).HasBreak;

    private static string Fold(string text) => TermPhrase.Of(text, Inflection.None, matchCase: false).Folded;
}
