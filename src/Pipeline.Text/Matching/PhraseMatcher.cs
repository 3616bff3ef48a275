namespace Pipeline.Text.Matching;

/// <summary>
/// Finds any number of phrases in one pass over a text's tokens, in time that does not grow with their number. It runs on
/// word keys, which bring forms together; each find is then compared word by word. Safe for use by many threads.
/// </summary>
internal sealed class PhraseMatcher
{
    // 2 to the 64th by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
    private const ulong Mix = 0x9E3779B97F4A7C15;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<long, int> _transitions;
    private readonly int[] _fromStart;
    private readonly bool[] _goesOn;
    private readonly int[] _failure;
    private readonly int[] _shorter;
    private readonly int[][] _phrasesAt;
    private readonly PhraseWord[][] _phrases;

    internal PhraseMatcher(
        Dictionary<string, int> words,
        Dictionary<long, int> transitions,
        int[] fromStart,
        bool[] goesOn,
        int[] failure,
        int[] shorter,
        int[][] phrasesAt,
        PhraseWord[][] phrases)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _transitions = transitions;

        _fromStart = fromStart;
        _goesOn = goesOn;
        _failure = failure;
        _shorter = shorter;
        _phrasesAt = phrasesAt;
        _phrases = phrases;
        LongestPhrase = phrases.Length == 0 ? 0 : phrases.Max(words => words.Length);
    }

    /// <summary>Gets the length of the longest phrase, in words.</summary>
    public int LongestPhrase { get; }

    /// <summary>Names the step from a state by a word: each by another number, mixed so that a table's hash, which takes one half of it against the other, has few equal ones.</summary>
    internal static long Transition(int state, int word) => unchecked((long)((((ulong)(uint)state << 32) | (uint)word) * Mix));

    /// <summary>Finds every phrase, overlapping ones too, by where it ends; longer ones first where several end together.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    public List<PhraseMatch> Match(ReadOnlySpan<char> text, ReadOnlySpan<TextToken> tokens)
    {
        var matches = new List<PhraseMatch>();
        Span<char> buffer = stackalloc char[WordFolder.MaxLength];
        var state = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].AfterBreak)
            {
                state = 0;
            }

            var length = WordFolder.Fold(text.Slice(tokens[i].Start, tokens[i].Length), buffer);
            if (length == 0 || !_words.TryGetValue(buffer[..WordForms.ToKey(buffer, length)], out var word))
            {
                state = 0;
                continue;
            }

            state = Next(state, word);
            for (var found = state; found != 0; found = _shorter[found])
            {
                AddMatches(text, tokens, _phrasesAt[found], i, matches);
            }
        }

        return matches;
    }

    private int Next(int state, int word)
    {
        for (; state != 0; state = _failure[state])
        {
            if (_goesOn[state] && _transitions.TryGetValue(Transition(state, word), out var next))
            {
                return next;
            }
        }

        return _fromStart[word];
    }

    private void AddMatches(ReadOnlySpan<char> text, ReadOnlySpan<TextToken> tokens, int[] candidates, int last, List<PhraseMatch> matches)
    {
        foreach (var candidate in candidates)
        {
            var words = _phrases[candidate];
            var first = last - words.Length + 1;
            var index = 0;
            while (index < words.Length && words[index].Matches(text, tokens[first + index]))
            {
                index++;
            }

            if (index == words.Length)
            {
                matches.Add(new PhraseMatch(candidate, first, last));
            }
        }
    }
}
