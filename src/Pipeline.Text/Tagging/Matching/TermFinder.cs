using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging.Matching;

/// <summary>Finds the terms of a taxonomy in one article: patterns with gaps, contexts, exceptions; the longest match wins within an issue.</summary>
internal sealed class TermFinder
{
    private readonly TermIndex _index;
    private readonly TextToken[] _tokens;
    private readonly ElementOccurrences _occurrences;

    /// <summary>Initializes a new instance of the <see cref="TermFinder"/> class.</summary>
    /// <param name="index">The terms.</param>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    public TermFinder(TermIndex index, string text, TextToken[] tokens)
    {
        _index = index;
        _tokens = tokens;
        _occurrences = ElementOccurrences.Find(index, text, tokens);
    }

    /// <summary>Finds the terms.</summary>
    /// <returns>The matches by concept, within one by place and not overlapping.</returns>
    public IEnumerable<IGrouping<int, TermMatch>> Find()
    {
        var terms = new List<int>();
        foreach (var element in _occurrences.Elements)
        {
            terms.AddRange(_index.TermsOfElement[element]);
        }

        // By number, so that the outcome does not hang on the order of a hash table.
        terms.Sort();
        return terms
            .SelectMany(Matches)
            .GroupBy(match => _index.Terms[match.Term].Concept)
            .SelectMany(concept => Longest(concept).GroupBy(_ => concept.Key));
    }

    private List<TermMatch> Matches(int number)
    {
        var term = _index.Terms[number];
        var matches = new List<TermMatch>();
        foreach (var start in _occurrences.Of(term.Parts[0].Element))
        {
            if (Complete(term, start) is { } range && !IsException(term, range) && HasContext(term, range))
            {
                matches.Add(new TermMatch(number, range));
            }
        }

        return matches;
    }

    /// <summary>Follows a sequence from its first part to the nearest end.</summary>
    private TokenRange? Complete(CompiledTerm term, TokenRange start)
    {
        var ends = new List<int> { start.Last };
        foreach (var part in term.Parts.AsSpan(1))
        {
            var next = new List<int>();
            foreach (var range in _occurrences.From(part.Element, ends[0] + 1))
            {
                if (range.First > ends[^1] + 1 + (part.MaxGap ?? 0))
                {
                    break;
                }

                if (ends.Exists(end => Continues(end, range, part.MaxGap)))
                {
                    next.Add(range.Last);
                }
            }

            if (next.Count == 0)
            {
                return null;
            }

            ends = next;
            ends.Sort();
        }

        return new TokenRange(start.First, ends[0]);
    }

    private bool Continues(int end, TokenRange range, int? maxGap) =>
        range.First > end
        && range.First - end - 1 <= (maxGap ?? 0)
        && _tokens[range.First].Sentence == _tokens[end].Sentence
        && (maxGap is not null || !_tokens[range.First].AfterBreak);

    private bool IsException(CompiledTerm term, TokenRange range)
    {
        foreach (var exception in _index.Exceptions[term.Concept])
        {
            foreach (var phrase in _occurrences.Of(exception))
            {
                if (phrase.Contains(range))
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
        foreach (var context in _occurrences.Of(element))
        {
            var near = scope switch
            {
                ContextScope.Sentence => _tokens[context.First].Sentence == _tokens[range.First].Sentence,
                ContextScope.Paragraph => _tokens[context.First].Paragraph == _tokens[range.First].Paragraph,
                _ => true,
            };
            if (near && !context.Overlaps(range))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps, of matches that overlap, the one with most words; of those the one that counts most, then the first.</summary>
    private List<TermMatch> Longest(IEnumerable<TermMatch> matches)
    {
        var kept = new List<TermMatch>();
        foreach (var match in matches
            .OrderByDescending(match => match.Tokens.Count)
            .ThenByDescending(match => _index.Terms[match.Term].Term.Weight)
            .ThenBy(match => match.Tokens.First)
            .ThenBy(match => match.Term))
        {
            if (!kept.Exists(other => other.Tokens.Overlaps(match.Tokens)))
            {
                kept.Add(match);
            }
        }

        kept.Sort(static (a, b) => a.Tokens.First.CompareTo(b.Tokens.First));
        return kept;
    }
}
