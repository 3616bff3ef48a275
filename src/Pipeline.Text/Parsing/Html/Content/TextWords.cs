namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>The words of a text: runs of letters, with the apostrophes and hyphens within them.</summary>
/// <param name="text">The text.</param>
internal ref struct TextWords(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>Gets the word.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Returns the words in order.</summary>
    public readonly TextWords GetEnumerator() => this;

    /// <summary>Moves to the next word.</summary>
    public bool MoveNext()
    {
        var start = 0;
        while (start < _rest.Length && !char.IsLetter(_rest[start]))
        {
            start++;
        }

        var end = start;
        while (end < _rest.Length && (char.IsLetter(_rest[end]) || (_rest[end] is '\'' or '’' or '-' && end + 1 < _rest.Length && char.IsLetter(_rest[end + 1]))))
        {
            end++;
        }

        Current = _rest[start..end];
        _rest = _rest[end..];
        return end > start;
    }
}
