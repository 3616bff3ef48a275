namespace Pipeline.Text.Parsing.Json;

/// <summary>An element of a list in a document that is broken somewhere.</summary>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Bytes">Its bytes.</param>
internal readonly record struct JsonFragment(int Line, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Cuts the first list of objects of a broken document into its elements, by brackets and strings alone, so that one bad
/// item does not take the others down. A string ends at its line's end at the latest: JSON allows no line end inside.
/// </summary>
internal ref struct JsonRecovery
{
    private readonly ReadOnlyMemory<byte> _memory;
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _line = 1;

    private JsonRecovery(ReadOnlyMemory<byte> bytes)
    {
        _memory = bytes;
        _bytes = bytes.Span;
    }

    /// <summary>Returns the elements; empty where there is no such list.</summary>
    public static List<JsonFragment> Split(ReadOnlyMemory<byte> bytes)
    {
        var recovery = new JsonRecovery(bytes);
        return recovery.SkipToList() ? recovery.ReadList() : [];
    }

    /// <summary>Moves behind the bracket of the first list whose first element is an object.</summary>
    private bool SkipToList()
    {
        while (_at < _bytes.Length)
        {
            var isList = _bytes[_at] == (byte)'[';
            Step();
            if (isList)
            {
                SkipBetween();
                if (_at < _bytes.Length && _bytes[_at] == (byte)'{')
                {
                    return true;
                }
            }
        }

        return false;
    }

    private List<JsonFragment> ReadList()
    {
        var fragments = new List<JsonFragment>();
        while (_at < _bytes.Length && _bytes[_at] != (byte)']')
        {
            var (start, line, depth) = (_at, _line, 0);
            do
            {
                depth += _bytes[_at] switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
                Step();
            }
            while (_at < _bytes.Length && (depth > 0 || _bytes[_at] is not ((byte)',' or (byte)']')));

            fragments.Add(new JsonFragment(line, _memory[start.._at].TrimEnd(" \t\r\n"u8)));
            SkipBetween();
        }

        return fragments;
    }

    /// <summary>Moves past one character, or one string.</summary>
    private void Step()
    {
        if (_bytes[_at] != (byte)'"')
        {
            _line += _bytes[_at] == (byte)'\n' ? 1 : 0;
            _at++;
            return;
        }

        for (_at++; _at < _bytes.Length && _bytes[_at] is not ((byte)'"' or (byte)'\n'); _at++)
        {
            _at += _bytes[_at] == (byte)'\\' && _at + 1 < _bytes.Length ? 1 : 0;
        }

        _at += _at < _bytes.Length && _bytes[_at] == (byte)'"' ? 1 : 0;
    }

    private void SkipBetween()
    {
        while (_at < _bytes.Length && _bytes[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',')
        {
            Step();
        }
    }
}
