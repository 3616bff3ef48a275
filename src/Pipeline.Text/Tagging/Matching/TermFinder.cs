using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Matching;

/// <summary>Finds the terms of a taxonomy in one article: patterns with gaps, contexts, exceptions; within an issue the match that names most words wins.</summary>
internal sealed class TermFinder
{
    private readonly TermIndex _index;
    private readonly TextToken[] _tokens;
    private readonly ElementOccurrences _occurrences;
    private readonly int[] _takenBy;

    /// <summary>Initializes a new instance of the <see cref="TermFinder"/> class.</summary>
    /// <param name="index">The terms.</param>
    /// <param name="text">The text.</param>
    public TermFinder(TermIndex index, TokenizedText text)
    {
        _index = index;
        _tokens = text.Tokens;
        _occurrences = ElementOccurrences.Find(index, text);
        _takenBy = new int[_tokens.Length];
        _takenBy.AsSpan().Fill(-1);
    }

    /// <summary>Finds the terms.</summary>
    /// <returns>The concepts with terms in the article, by number, and their matches: by place, not overlapping.</returns>
    public List<(int Concept, List<TermMatch> Matches)> Find()
    {
        var terms = new List<int>();
        foreach (var element in _occurrences.Elements)
        {
            terms.AddRange(_index.TermsOfElement[element]);
        }

        // By number, so that the outcome does not hang on the order of a hash table; those of one concept come together.
        terms.Sort();
        var found = new List<(int Concept, List<TermMatch> Matches)>();
        var matches = new List<TermMatch>();
        for (var i = 0; i < terms.Count; i++)
        {
            var term = _index.Terms[terms[i]];
            AddMatches(terms[i], term, matches);
            if (matches.Count > 0 && (i + 1 == terms.Count || _index.Terms[terms[i + 1]].Concept != term.Concept))
            {
                found.Add((term.Concept, Longest(term.Concept, matches)));
                matches.Clear();
            }
        }

        return found;
    }

    private void AddMatches(int number, CompiledTerm term, List<TermMatch> matches)
    {
        if (!IsComplete(term))
        {
            return;
        }

        foreach (var start in _occurrences.Of(term.Parts[0].Element))
        {
            if (Complete(term, start) is not { } path)
            {
                continue;
            }

            var range = new TokenRange(start.First, path.Last);
            if (!(term.Term.Kind == TermKind.Weak && _occurrences.IsPiece(range)) && !IsException(term, range) && HasContext(term, range))
            {
                matches.Add(new TermMatch(number, range, path.Phrases ?? [start.Phrase]));
            }
        }
    }

    /// <summary>Says whether all that a sequence needs stands somewhere.</summary>
    private bool IsComplete(CompiledTerm term)
    {
        foreach (var part in term.Parts.AsSpan(1))
        {
            if (!_occurrences.Has(part.Element))
            {
                return false;
            }
        }

        return Array.TrueForAll(term.Requires, _occurrences.Has);
    }

    /// <summary>Follows a sequence from its first part to the nearest end.</summary>
    /// <returns>The last token and the phrases found, null for those of a sequence of one part; null where there is no end.</returns>
    private (int Last, int[]? Phrases)? Complete(CompiledTerm term, PhraseMatch start)
    {
        if (term.Parts.Length == 1)
        {
            return (start.Last, null);
        }

        var ends = new List<(int Last, int[] Phrases)> { (start.Last, [start.Phrase]) };
        foreach (var part in term.Parts.AsSpan(1))
        {
            var next = new List<(int Last, int[] Phrases)>();
            foreach (var phrase in _occurrences.From(part.Element, ends[0].Last + 1))
            {
                if (phrase.First > ends[^1].Last + 1 + (part.MaxGap ?? 0))
                {
                    break;
                }

                if (ends.FindLastIndex(end => Continues(end.Last, phrase.First, part.MaxGap)) is >= 0 and var end)
                {
                    next.Add((phrase.Last, [.. ends[end].Phrases, phrase.Phrase]));
                }
            }

            if (next.Count == 0)
            {
                return null;
            }

            ends = [.. next.OrderBy(end => end.Last)];
        }

        return ends[0];
    }

    private bool Continues(int end, int first, int? maxGap) =>
        first > end
        && first - end - 1 <= (maxGap ?? 0)
        && _tokens[first].Sentence == _tokens[end].Sentence
        && (maxGap is not null || !_tokens[first].AfterBreak);

    private bool IsException(CompiledTerm term, TokenRange range)
    {
        foreach (var exception in _index.Exceptions[term.Concept])
        {
            foreach (var phrase in _occurrences.From(exception, range.Last + 1 - _index.Matcher.LongestPhrase))
            {
                if (phrase.First > range.First)
                {
                    break;
                }

                if (new TokenRange(phrase).Contains(range))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool HasContext(CompiledTerm term, TokenRange range)
    {
        foreach (var context in term.Requires)
        {
            if (!IsNear(context, range, term.Term.Within))
            {
                return false;
            }
        }

        foreach (var context in term.Excludes)
        {
            if (IsNear(context, range, term.Term.Within))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsNear(int element, TokenRange range, ContextScope scope)
    {
        foreach (var context in _occurrences.From(element, FirstOf(scope, range.First)))
        {
            if (!IsIn(scope, range.First, context.First))
            {
                return false;
            }

            if (!new TokenRange(context).Overlaps(range))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn(ContextScope scope, int token, int other) => scope switch
    {
        ContextScope.Sentence => _tokens[token].Sentence == _tokens[other].Sentence,
        ContextScope.Paragraph => _tokens[token].Paragraph == _tokens[other].Paragraph,
        _ => true,
    };

    /// <summary>Finds the first token of the sentence, paragraph or article that a token is in.</summary>
    private int FirstOf(ContextScope scope, int token)
    {
        var low = 0;
        for (var high = token; low < high;)
        {
            var middle = (low + high) / 2;
            if (IsIn(scope, token, middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>
    /// Keeps, of matches that overlap, the one whose term names most words, but for small ones and what fills its gaps; of those the one that counts
    /// most, then the shortest, then the first.
    /// </summary>
    private List<TermMatch> Longest(int concept, List<TermMatch> matches)
    {
        if (matches.Count == 1)
        {
            _takenBy.AsSpan(matches[0].Tokens.First, matches[0].Tokens.Count).Fill(concept);
            return [matches[0]];
        }

        var kept = new List<TermMatch>(matches.Count);
        foreach (var match in matches
            .OrderByDescending(match => _index.SubjectWordsOf(match))
            .ThenByDescending(match => _index.Terms[match.Term].Term.Weight)
            .ThenBy(match => match.Tokens.Count)
            .ThenBy(match => match.Tokens.First)
            .ThenBy(match => match.Term))
        {
            var taken = _takenBy.AsSpan(match.Tokens.First, match.Tokens.Count);
            if (!taken.Contains(concept))
            {
                taken.Fill(concept);
                kept.Add(match);
            }
        }

        kept.Sort(static (a, b) => a.Tokens.First.CompareTo(b.Tokens.First));
        return kept;
    }
}
