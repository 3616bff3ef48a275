namespace Pipeline.Text.Matching;

/// <summary>A text as words, each folded and brought to its key once, for all that looks for words in it.</summary>
internal sealed class TokenizedText
{
    private readonly FoldedWord[] _words;
    private char[] _letters;
    private int _end;

    /// <summary>Initializes a new instance of the <see cref="TokenizedText"/> class.</summary>
    /// <param name="text">The text. Any string will do.</param>
    public TokenizedText(string text)
    {
        Text = text;
        Tokens = Tokenizer.Tokenize(text);
        _words = new FoldedWord[Tokens.Length];
        _letters = new char[text.Length + WordFolder.MaxLength];
        Span<char> buffer = stackalloc char[WordFolder.MaxLength];
        for (var i = 0; i < _words.Length; i++)
        {
            var length = WordFolder.Fold(WrittenAt(i), buffer);
            if (length > 0)
            {
                _words[i] = Add(buffer, length);
            }
        }
    }

    /// <summary>Gets the text.</summary>
    public string Text { get; }

    /// <summary>Gets its words.</summary>
    public TextToken[] Tokens { get; }

    /// <summary>Gets a word as the text writes it.</summary>
    /// <param name="token">The index of the word.</param>
    public ReadOnlySpan<char> WrittenAt(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);

    /// <summary>Gets a word folded (<see cref="WordFolder"/>); empty where there is nothing to compare.</summary>
    /// <param name="token">The index of the word.</param>
    public ReadOnlySpan<char> FoldedAt(int token) => _letters.AsSpan(_words[token].Start, _words[token].Length);

    /// <summary>Gets the key that all forms of a word share (<see cref="WordForms"/>); empty where there is nothing to compare.</summary>
    /// <param name="token">The index of the word.</param>
    public ReadOnlySpan<char> KeyAt(int token) => _letters.AsSpan(_words[token].KeyStart, _words[token].KeyLength);

    /// <summary>Gets the hash of a word's key; 0 where that is empty.</summary>
    /// <param name="token">The index of the word.</param>
    public uint HashAt(int token) => _words[token].Hash;

    private FoldedWord Add(Span<char> buffer, int length)
    {
        var start = Append(buffer[..length]);
        var key = buffer[..WordForms.ToKey(buffer, length)];

        // Most keys are the beginning of their word.
        var keyStart = _letters.AsSpan(start, length).StartsWith(key) ? start : Append(key);
        return new FoldedWord(start, keyStart, (byte)length, (byte)key.Length, StableHash.Of(key));
    }

    private int Append(ReadOnlySpan<char> letters)
    {
        var start = _end;
        _end += letters.Length;
        if (_end > _letters.Length)
        {
            Array.Resize(ref _letters, _end * 2);
        }

        letters.CopyTo(_letters.AsSpan(start));
        return start;
    }

    /// <summary>Where a word's folded form and key are kept.</summary>
    private readonly record struct FoldedWord(int Start, int KeyStart, byte Length, byte KeyLength, uint Hash);
}
