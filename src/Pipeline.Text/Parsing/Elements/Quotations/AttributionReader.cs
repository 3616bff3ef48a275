namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>Finds the phrase that names a speaker in the sentence around a quotation: <c>…, said X</c>, <c>X told Y: …</c>, <c>according to X</c>.</summary>
internal sealed class AttributionReader
{
    // How far from a quotation its speaker is looked for: a long sentence. The bound keeps the whole linear. Chosen.
    private const int MaxDistance = 300;

    // Words between the verb and what is said: "told reporters at the end of a long day of talks in Geneva:". Chosen.
    private const int MaxAfterVerb = 16;

    // Words of office between the mark and the name: "the party's deputy leader Jane Doe said". Chosen.
    private const int MaxBeforeName = 5;

    private readonly string _text;
    private readonly ReportingWords _words;
    private readonly List<ReportToken> _tokens = [];
    private readonly SpeakerPhrase _phrase;

    public AttributionReader(string text, ReportingWords words)
    {
        _text = text;
        _words = words;
        _phrase = new SpeakerPhrase(text, words, _tokens);
    }

    /// <summary>Reads on from a closing mark, within the sentence.</summary>
    /// <param name="from">Just past the mark.</param>
    /// <param name="to">Where the block or the next quotation starts.</param>
    /// <param name="endsOpen">Whether the words end so that the sentence goes on: with a comma, a question mark.</param>
    public Speaker? After(int from, int to, bool endsOpen)
    {
        ReportToken.Read(_text, from, Math.Min(to, from + MaxDistance), _tokens);
        var start = 0;
        while (start < _tokens.Count && _tokens[start].Kind is ReportTokenKind.Comma or ReportTokenKind.Other)
        {
            start++;
        }

        // A capital after words that end a sentence opens the next one: its speaker is that of what follows.
        var opensNext = !endsOpen && _phrase.IsWord(start) && char.IsUpper(_phrase.Word(start)[0]);
        if (!opensNext && MatchAccording(start) is > 0 and var length && _phrase.After(start + length) is { IsPronoun: false } named)
        {
            return named;
        }

        if (start == 0 && !endsOpen)
        {
            return null;
        }

        var verb = start;
        while (_phrase.IsWord(verb) && _words.IsAuxiliary(_phrase.Word(verb)))
        {
            verb++;
        }

        if (_phrase.IsWord(verb) && _words.IsVerb(_phrase.Word(verb)))
        {
            return _phrase.After(verb + 1);
        }

        while (verb < _tokens.Count && _tokens[verb].Kind != ReportTokenKind.Stop && !(_phrase.IsWord(verb) && _words.IsVerb(_phrase.Word(verb))))
        {
            verb++;
        }

        return _phrase.IsWord(verb) && _phrase.Before(start, verb, out var first) is { } speaker && IsNear(start, first) ? speaker : null;
    }

    /// <summary>Reads back from an opening mark, within the sentence.</summary>
    /// <param name="from">Where the block or what follows the previous quotation starts.</param>
    /// <param name="to">Where the mark stands.</param>
    public Speaker? Before(int from, int to)
    {
        ReportToken.Read(_text, Math.Max(from, to - MaxDistance), to, _tokens);
        var low = _tokens.FindLastIndex(token => token.Kind == ReportTokenKind.Stop) + 1;
        while (low < _tokens.Count && _tokens[low].Kind is ReportTokenKind.Comma or ReportTokenKind.Other)
        {
            low++;
        }

        if (MatchAccording(low) is > 0 and var length)
        {
            return _phrase.After(low + length) is { IsPronoun: false } named ? named : null;
        }

        for (var verb = _tokens.Count - 1; verb >= low && _tokens.Count - verb <= MaxAfterVerb; verb--)
        {
            if (_phrase.IsWord(verb) && _words.IsVerb(_phrase.Word(verb)))
            {
                return _phrase.Before(low, verb, out _) ?? (verb == low ? _phrase.After(verb + 1) : _phrase.AtStart(low));
            }
        }

        return null;
    }

    private bool IsNear(int start, int first)
    {
        if (first - start > MaxBeforeName)
        {
            return false;
        }

        for (var i = start; i < first; i++)
        {
            if (!_phrase.IsWord(i) || _words.IsEnd(_phrase.Word(i)))
            {
                return false;
            }
        }

        return true;
    }

    private int MatchAccording(int start)
    {
        foreach (var phrase in _words.According)
        {
            var length = 0;
            while (length < phrase.Length && _phrase.IsWord(start + length) && _phrase.Word(start + length).Equals(phrase[length], StringComparison.OrdinalIgnoreCase))
            {
                length++;
            }

            if (length == phrase.Length)
            {
                return length;
            }
        }

        return 0;
    }
}
