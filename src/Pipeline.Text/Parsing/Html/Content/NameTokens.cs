namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>The words of a class or an id: runs of letters, cut where a capital follows a small letter (<c>articleBody</c>).</summary>
/// <param name="name">The attribute's value.</param>
internal ref struct NameTokens(ReadOnlySpan<char> name)
{
    private ReadOnlySpan<char> _rest = name;

    /// <summary>Gets the word.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Returns the words in order.</summary>
    public readonly NameTokens GetEnumerator() => this;

    /// <summary>Moves to the next word.</summary>
    public bool MoveNext()
    {
        var start = 0;
        while (start < _rest.Length && !char.IsAsciiLetter(_rest[start]))
        {
            start++;
        }

        var end = start;
        while (end < _rest.Length && char.IsAsciiLetter(_rest[end]) && !(end > start && char.IsAsciiLetterUpper(_rest[end]) && char.IsAsciiLetterLower(_rest[end - 1])))
        {
            end++;
        }

        Current = _rest[start..end];
        _rest = _rest[end..];
        return end > start;
    }
}
