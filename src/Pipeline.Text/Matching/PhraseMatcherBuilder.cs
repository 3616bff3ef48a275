namespace Pipeline.Text.Matching;

/// <summary>Collects phrases and builds the automaton that finds them.</summary>
internal sealed class PhraseMatcherBuilder
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _transitions = [];
    private readonly List<State> _states = [new State(Parent: 0, Word: -1, Depth: 0)];
    private readonly List<List<int>?> _phrasesAt = [null];
    private readonly List<PhraseWord[]> _phrases = [];

    /// <summary>Adds a phrase.</summary>
    /// <param name="words">Its words; at least one, none of them empty.</param>
    /// <returns>The phrase's number, counted from 0; the same one for the same words.</returns>
    /// <exception cref="ArgumentException">There is no word, or one has nothing to compare.</exception>
    public int Add(ReadOnlySpan<PhraseWord> words)
    {
        if (words.IsEmpty)
        {
            throw new ArgumentException("A phrase needs a word.", nameof(words));
        }

        var state = 0;
        foreach (var word in words)
        {
            ArgumentException.ThrowIfNullOrEmpty(word.Folded, nameof(words));
            state = Step(state, WordNumber(word.Folded));
        }

        var phrasesAt = _phrasesAt[state] ??= [];
        foreach (var phrase in phrasesAt)
        {
            if (words.SequenceEqual(_phrases[phrase]))
            {
                return phrase;
            }
        }

        _phrases.Add(words.ToArray());
        phrasesAt.Add(_phrases.Count - 1);
        return _phrases.Count - 1;
    }

    /// <summary>Builds the matcher of all phrases added so far.</summary>
    public PhraseMatcher Build()
    {
        // Aho and Corasick, "Efficient string matching: an aid to bibliographic search" (CACM 18, 1975), over words for letters.
        var failure = new int[_states.Count];
        var shorter = new int[_states.Count];
        foreach (var state in Enumerable.Range(1, _states.Count - 1).OrderBy(state => _states[state].Depth))
        {
            var (parent, word, depth) = _states[state];
            var fallback = 0;
            for (var from = parent; depth > 1 && from != 0 && fallback == 0;)
            {
                from = failure[from];
                _transitions.TryGetValue(PhraseMatcher.Transition(from, word), out fallback);
            }

            failure[state] = fallback;
            shorter[state] = _phrasesAt[fallback] is null ? shorter[fallback] : fallback;
        }

        // Most steps are from the start, and most states have none: neither needs a lookup in a large table.
        var fromStart = new int[_words.Count];
        var goesOn = new bool[_states.Count];
        for (var state = 1; state < _states.Count; state++)
        {
            goesOn[_states[state].Parent] = true;
            if (_states[state].Parent == 0)
            {
                fromStart[_states[state].Word] = state;
            }
        }

        return new PhraseMatcher(
            new Dictionary<string, int>(_words, StringComparer.Ordinal),
            new Dictionary<long, int>(_transitions),
            fromStart,
            goesOn,
            failure,
            shorter,
            [.. _phrasesAt.Select(phrases => phrases?.ToArray() ?? [])],
            [.. _phrases]);
    }

    private int WordNumber(string folded)
    {
        Span<char> buffer = stackalloc char[WordFolder.MaxLength];
        folded.CopyTo(buffer);
        var key = buffer[..WordForms.ToKey(buffer, folded.Length)];
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(key, out var number))
        {
            number = _words.Count;
            lookup[key] = number;
        }

        return number;
    }

    private int Step(int state, int word)
    {
        var transition = PhraseMatcher.Transition(state, word);
        if (!_transitions.TryGetValue(transition, out var next))
        {
            next = _states.Count;
            _states.Add(new State(state, word, _states[state].Depth + 1));
            _phrasesAt.Add(null);
            _transitions.Add(transition, next);
        }

        return next;
    }

    private readonly record struct State(int Parent, int Word, int Depth);
}
