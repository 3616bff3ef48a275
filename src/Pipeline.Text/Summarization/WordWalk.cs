namespace Pipeline.Text.Summarization;

/// <summary>Walks over the words of a sentence, and knows which stand within quotation marks.</summary>
/// <param name="sentence">The sentence.</param>
internal ref struct WordWalk(ReadOnlySpan<char> sentence)
{
    private readonly ReadOnlySpan<char> _sentence = sentence;
    private int _start;
    private int _end;
    private bool _isInDouble;
    private bool _isInSingle;

    /// <summary>Gets the word, without what is contracted with it: "that" of "that's".</summary>
    public readonly ReadOnlySpan<char> Current => _sentence[_start.._end];

    /// <summary>Gets a value indicating whether the word stands within quotation marks.</summary>
    public readonly bool IsQuoted => _isInDouble || _isInSingle;

    /// <summary>Gets a value indicating whether a hyphen follows the word: "Then-President".</summary>
    public readonly bool IsJoinedToNext => Next is '-';

    /// <summary>Gets a value indicating whether a comma follows the word.</summary>
    public readonly bool EndsAtComma => Next is ',';

    /// <summary>Gets a value indicating whether an apostrophe follows the word.</summary>
    public readonly bool IsContracted => Next is '\'' or '’';

    private readonly char Next => _end < _sentence.Length ? _sentence[_end] : '\0';

    /// <summary>Goes on to the next word.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        var i = _end;
        if (IsContracted)
        {
            // The rest of a contraction is no word of its own.
            i++;
            while (i < _sentence.Length && char.IsLetter(_sentence[i]))
            {
                i++;
            }
        }

        for (; i < _sentence.Length && !char.IsLetter(_sentence[i]); i++)
        {
            ReadMark(i);
        }

        _start = i;
        while (i < _sentence.Length && char.IsLetter(_sentence[i]))
        {
            i++;
        }

        _end = i;
        return _end > _start;
    }

    private void ReadMark(int i)
    {
        switch (_sentence[i])
        {
            case '"':
                _isInDouble = !_isInDouble;
                break;
            case '“' or '”':
                _isInDouble = _sentence[i] == '“';
                break;
            case '\'' or '‘' or '’' or '`':
                // An apostrophe stands within a word, or ends it.
                _isInSingle = _isInSingle ? i + 1 < _sentence.Length && char.IsLetter(_sentence[i + 1]) : i == 0 || !char.IsLetterOrDigit(_sentence[i - 1]);
                break;
        }
    }
}
