namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Reads the hashes of all runs of three words of a text; of a shorter text, of its words together.</summary>
/// <param name="text">The text.</param>
internal ref struct ShingleReader(ReadOnlySpan<char> text)
{
    // FNV-1a, 64 bits.
    private const ulong Basis = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    private ReadOnlySpan<char> _rest = text;
    private ulong _before;
    private ulong _last;
    private int _words;
    private bool _ended;

    /// <summary>Gets the hash of the run.</summary>
    public ulong Current { get; private set; }

    /// <summary>Returns the runs in order.</summary>
    public readonly ShingleReader GetEnumerator() => this;

    /// <summary>Moves to the next run.</summary>
    public bool MoveNext()
    {
        while (!_ended)
        {
            var word = NextWord();
            if (word == 0)
            {
                _ended = true;
                Current = ((_before * Prime) ^ _last) * Prime;
                return _words is 1 or 2;
            }

            Current = ((((_before * Prime) ^ _last) * Prime) ^ word) * Prime;
            (_before, _last) = (_last, word);
            _words++;
            if (_words >= 3)
            {
                return true;
            }
        }

        return false;
    }

    private ulong NextWord()
    {
        var start = 0;
        while (start < _rest.Length && !char.IsLetterOrDigit(_rest[start]))
        {
            start++;
        }

        var hash = Basis;
        var end = start;
        while (end < _rest.Length && char.IsLetterOrDigit(_rest[end]))
        {
            hash = (hash ^ char.ToLowerInvariant(_rest[end])) * Prime;
            end++;
        }

        _rest = _rest[end..];
        return end == start ? 0 : hash | 1;
    }
}
