namespace Pipeline.Text.Matching;

/// <summary>
/// Finds any number of phrases in one pass over a text's tokens, in time that does not grow with their number. It runs on
/// word keys, which bring forms together; each find is then compared word by word. Safe for use by many threads.
/// </summary>
internal sealed class PhraseMatcher
{
    private readonly KeyTable _words;
    private readonly int[] _fromStart;
    private readonly PairTable _steps;
    private readonly PhraseState[] _states;
    private readonly PhraseWord[][] _phrases;
    private readonly int[] _nextPhrase;

    /// <summary>Initializes a new instance of the <see cref="PhraseMatcher"/> class.</summary>
    /// <param name="words">The words' keys.</param>
    /// <param name="fromStart">Where each word leads from the start; 0 where nowhere.</param>
    /// <param name="steps">Where words lead from the other states.</param>
    /// <param name="states">The states; the start is the first.</param>
    /// <param name="phrases">The words of each phrase.</param>
    /// <param name="nextPhrase">Of each phrase the next one that ends at the same state; -1 where there is none.</param>
    internal PhraseMatcher(KeyTable words, int[] fromStart, PairTable steps, PhraseState[] states, PhraseWord[][] phrases, int[] nextPhrase)
    {
        (_words, _fromStart, _steps, _states, _phrases, _nextPhrase) = (words, fromStart, steps, states, phrases, nextPhrase);
        LongestPhrase = phrases.Length == 0 ? 0 : phrases.Max(words => words.Length);
    }

    /// <summary>Gets the length of the longest phrase, in words.</summary>
    public int LongestPhrase { get; }

    /// <summary>Finds every phrase, overlapping ones too, by where it ends; longer ones first where several end together.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">How many are likely.</param>
    public List<PhraseMatch> Match(TokenizedText text, int room = 0)
    {
        var matches = new List<PhraseMatch>(room);
        var state = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].AfterBreak)
            {
                state = 0;
            }

            // No word has an empty key.
            if (_words.Find(text.KeyAt(i), text.HashAt(i)) is not (>= 0 and var word))
            {
                state = 0;
                continue;
            }

            state = Next(state, word);
            for (var found = state; found != 0; found = _states[found].Shorter)
            {
                AddMatches(text, found, i, matches);
            }
        }

        return matches;
    }

    private int Next(int state, int word)
    {
        while (state != 0)
        {
            var from = _states[state];
            if (from.GoesOn && _steps.Find(state, word) is > 0 and var next)
            {
                return next;
            }

            state = from.Failure;
        }

        return _fromStart[word];
    }

    private void AddMatches(TokenizedText text, int state, int last, List<PhraseMatch> matches)
    {
        for (var phrase = _states[state].Phrase; phrase >= 0; phrase = _nextPhrase[phrase])
        {
            var words = _phrases[phrase];
            var first = last - words.Length + 1;
            var index = 0;
            while (index < words.Length && words[index].Matches(text, first + index))
            {
                index++;
            }

            if (index == words.Length)
            {
                matches.Add(new PhraseMatch(phrase, first, last));
            }
        }
    }
}
