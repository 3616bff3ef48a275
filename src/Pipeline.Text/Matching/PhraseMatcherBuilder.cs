namespace Pipeline.Text.Matching;

/// <summary>Collects phrases and builds the automaton that finds them.</summary>
internal sealed class PhraseMatcherBuilder
{
    private const int None = -1;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly List<int> _fromStart = [];
    private readonly PairTable _steps = new();
    private readonly List<Beginning> _beginnings = [new Beginning(Parent: 0, Word: None, Depth: 0)];
    private readonly List<int> _phraseAt = [None];
    private readonly List<int> _nextPhrase = [];
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

        var last = None;
        for (var phrase = _phraseAt[state]; phrase != None; phrase = _nextPhrase[phrase])
        {
            if (words.SequenceEqual(_phrases[phrase]))
            {
                return phrase;
            }

            last = phrase;
        }

        var added = _phrases.Count;
        _phrases.Add(words.ToArray());
        _nextPhrase.Add(None);
        if (last == None)
        {
            _phraseAt[state] = added;
        }
        else
        {
            _nextPhrase[last] = added;
        }

        return added;
    }

    /// <summary>Builds the matcher of all phrases added so far.</summary>
    public PhraseMatcher Build()
    {
        // The shortest beginnings come first: most steps end at them, so that what is read most stands together.
        int[] order = [.. Enumerable.Range(0, _beginnings.Count).OrderBy(state => _beginnings[state].Depth)];
        var numbers = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            numbers[order[i]] = i;
        }

        int[] fromStart = [.. _fromStart.Select(state => numbers[state])];
        var steps = new PairTable();
        var states = new PhraseState[order.Length];
        states[0] = new PhraseState(Failure: 0, Shorter: 0, Phrase: None, GoesOn: false);
        for (var state = 1; state < states.Length; state++)
        {
            var (parent, word, depth) = _beginnings[order[state]];
            var failure = 0;
            if (depth > 1)
            {
                parent = numbers[parent];
                steps.Add(parent, word, state);
                states[parent] = states[parent] with { GoesOn = true };
                failure = Fail(states, steps, fromStart, parent, word);
            }

            states[state] = new PhraseState(failure, states[failure].Phrase == None ? states[failure].Shorter : failure, _phraseAt[order[state]], GoesOn: false);
        }

        return new PhraseMatcher(new KeyTable([.. _keys]), fromStart, steps, states, [.. _phrases], [.. _nextPhrase]);
    }

    /// <summary>
    /// Finds where the search goes on where no phrase does: Aho and Corasick, "Efficient string matching: an aid to bibliographic
    /// search" (CACM 18, 1975), algorithm 3, over words for letters.
    /// </summary>
    private static int Fail(PhraseState[] states, PairTable steps, int[] fromStart, int parent, int word)
    {
        while (states[parent].Failure is > 0 and var shorter)
        {
            if (steps.Find(shorter, word) is > 0 and var failure)
            {
                return failure;
            }

            parent = shorter;
        }

        return fromStart[word];
    }

    private int WordNumber(string folded)
    {
        Span<char> buffer = stackalloc char[WordFolder.MaxLength];
        folded.CopyTo(buffer);
        var key = buffer[..WordForms.ToKey(buffer, folded.Length)];
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(key, out var number))
        {
            number = _keys.Count;
            lookup[key] = number;
            _keys.Add(key.ToString());
            _fromStart.Add(0);
        }

        return number;
    }

    private int Step(int state, int word)
    {
        var next = state == 0 ? _fromStart[word] : _steps.Find(state, word);
        if (next == 0)
        {
            next = _beginnings.Count;
            _beginnings.Add(new Beginning(state, word, _beginnings[state].Depth + 1));
            _phraseAt.Add(None);
            if (state == 0)
            {
                _fromStart[word] = next;
            }
            else
            {
                _steps.Add(state, word, next);
            }
        }

        return next;
    }

    /// <summary>The first words of a phrase.</summary>
    /// <param name="Parent">The state of the words but the last.</param>
    /// <param name="Word">The number of the last.</param>
    /// <param name="Depth">How many words there are.</param>
    private readonly record struct Beginning(int Parent, int Word, int Depth);
}
