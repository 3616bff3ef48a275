using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>
/// Finds terms that can never count (errors), and phrases that are strong terms of two concepts which do not name each
/// other (warnings: two related issues may well share a phrase, two others rarely should).
/// </summary>
/// <param name="source">The file, which is valid so far.</param>
/// <param name="patterns">Its patterns.</param>
/// <param name="problems">What takes the findings.</param>
internal sealed class TermCoverage(TaxonomySource source, TaxonomyPatterns patterns, List<TaxonomyProblem> problems)
{
    private readonly Dictionary<string, Concept> _byId = source.Concepts.ToDictionary(item => item.Concept.Id, item => item.Concept, StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _above = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Concept Concept, int Line)> _strong = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Concept, string Other), (int Line, string Phrase, int Count)> _shared = [];

    /// <summary>Looks at all concepts.</summary>
    public void Check()
    {
        foreach (var (concept, line, termLines) in source.Concepts)
        {
            var terms = concept.Terms.Zip(termLines, (term, termLine) => new Candidate(term, termLine, PhrasesOf(term))).ToList();
            if (line > 0)
            {
                CheckCompany(concept, line);
                CheckDead(concept, terms);
            }

            foreach (var term in terms.Where(term => term.IsPlain && term.Term.Kind == TermKind.Strong))
            {
                AddStrong(concept, line, term);
            }
        }

        problems.AddRange(_shared.Select(pair => new TaxonomyProblem(
            pair.Value.Line,
            $"\"{pair.Value.Phrase}\"{(pair.Value.Count > 1 ? $" and {pair.Value.Count - 1} more" : "")} of \"{pair.Key.Concept}\" is a strong term of \"{pair.Key.Other}\" too; give it to one of them, or name the other in \"related\" or \"broader\"",
            IsWarning: true)));
    }

    private void CheckCompany(Concept concept, int line)
    {
        var labels = concept.AlternativeLabels.Prepend(concept.PreferredLabel).Select(Fold);
        var listed = concept.Terms.Select(term => Fold(term.Text)).ToHashSet(StringComparer.Ordinal);
        if (concept.Terms.Count > 0 && labels.All(listed.Contains) && concept.Terms.All(term => term is { Kind: TermKind.NeedsContext, Requires.Count: 0 }))
        {
            problems.Add(new TaxonomyProblem(line, $"no term of \"{concept.Id}\" can ever count: each needs another one beside it, and none stands by itself"));
        }
    }

    private void CheckDead(Concept concept, List<Candidate> terms)
    {
        var excepted = concept.Except.SelectMany(pattern => patterns.Phrases[pattern]).Select(Fold).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
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
            else if (patterns.Terms[term.Term.Text].SelectMany(parts => parts).FirstOrDefault(HasBreak) is { } broken)
            {
                Report(concept, term, $"\"{broken.Phrases.First(HasBreak)}\" has punctuation inside, which no phrase reaches across; use \"{TermPattern.Gap}\" for it");
            }
            else if (term.IsPlain && CoveredBy(i, terms) is { } other)
            {
                Report(concept, term, $"\"{other.Term.Text}\" and other terms cover it");
            }
        }
    }

    /// <summary>Finds the first of the terms that, together, count wherever a term would, and no less; null where there are none.</summary>
    private static Candidate? CoveredBy(int position, List<Candidate> terms)
    {
        var term = terms[position];
        Candidate? first = null;
        foreach (var phrase in term.Phrases!)
        {
            Candidate? cover = null;
            for (var i = 0; i < terms.Count && cover is null; i++)
            {
                var other = terms[i];
                var countsFirst = other.Term.Weight > term.Term.Weight || (other.Term.Weight == term.Term.Weight && i < position);
                cover = countsFirst && other.IsPlain && other.Keys.Contains(phrase.Key) ? other : null;
            }

            if (cover is null)
            {
                return null;
            }

            first ??= cover;
        }

        return first;
    }

    private void AddStrong(Concept concept, int line, Candidate term)
    {
        foreach (var (phrase, key, _, _) in term.Phrases!)
        {
            if (!_strong.TryGetValue(key, out var other))
            {
                _strong.Add(key, (concept, line));
            }
            else if (other.Concept.Id != concept.Id && Math.Max(line, other.Line) > 0 && !AreRelated(concept, other.Concept))
            {
                var (from, to) = line > 0 ? (concept, other.Concept) : (other.Concept, concept);
                var known = _shared.GetValueOrDefault((from.Id, to.Id), (Line: term.Line > 0 ? term.Line : other.Line, Phrase: phrase, Count: 0));
                _shared[(from.Id, to.Id)] = known with { Count = known.Count + 1 };
            }
        }
    }

    private bool AreRelated(Concept concept, Concept other) =>
        concept.Related.Contains(other.Id) || other.Related.Contains(concept.Id) || IsBelow(concept, other.Id) || IsBelow(other, concept.Id);

    private bool IsBelow(Concept concept, string id) => Above(concept).Contains(id);

    /// <summary>Returns the ids of all issues that an issue is a part of.</summary>
    private HashSet<string> Above(Concept concept)
    {
        if (!_above.TryGetValue(concept.Id, out var above))
        {
            above = [.. concept.Broader, .. concept.Broader.SelectMany(broader => Above(_byId[broader]))];
            _above.Add(concept.Id, above);
        }

        return above;
    }

    private void Report(Concept concept, Candidate term, string why) =>
        problems.Add(new TaxonomyProblem(term.Line, $"the term \"{term.Term.Text}\" of \"{concept.Id}\" can never count: {why}"));

    /// <summary>Lists the phrases of a term without gaps and of one part, with what tells them apart; null for others.</summary>
    private List<TermPhrase>? PhrasesOf(Term term) =>
        patterns.Terms[term.Text] is [[var part]]
            ? [.. part.Phrases.Select(phrase => TermPhrase.Of(phrase, term.Inflection, term.MatchCase))]
            : null;

    private static bool HasBreak(PatternPart part) => part.Phrases.Any(HasBreak);

    private static bool HasBreak(string phrase) => TermPhrase.Of(phrase, Inflection.None, matchCase: false).HasBreak;

    private static string Fold(string text) => TermPhrase.Of(text, Inflection.None, matchCase: false).Folded;

    private sealed record Candidate(Term Term, int Line, List<TermPhrase>? Phrases)
    {
        public bool IsPlain { get; } = Phrases is not null && Term.Kind != TermKind.NeedsContext && Term.Excludes.Count == 0;

        public HashSet<string> Keys { get; } = Phrases is null ? [] : [.. Phrases.Select(phrase => phrase.Key)];
    }
}
