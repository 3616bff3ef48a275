using System.Globalization;

namespace Pipeline.Text.Parsing.Dates;

/// <summary>Reads small pieces from the start of a text, one after the other. A piece that is not there moves nothing.</summary>
internal ref struct TextScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Gets or sets the offset of what comes next; set it back to give a reading up.</summary>
    public int Position { get; set; }

    /// <summary>Gets what is left.</summary>
    public readonly ReadOnlySpan<char> Rest => _text[Position..];

    public readonly char Current => Position < _text.Length ? _text[Position] : '\0';

    public bool Skip(char c)
    {
        var there = Position < _text.Length && _text[Position] == c;
        Position += there ? 1 : 0;
        return there;
    }

    /// <summary>Skips the first of the characters that is there, whichever it is.</summary>
    public bool SkipAny(ReadOnlySpan<char> characters)
    {
        var there = Position < _text.Length && characters.Contains(_text[Position]);
        Position += there ? 1 : 0;
        return there;
    }

    public void SkipSpaces()
    {
        while (Skip(' '))
        {
        }
    }

    /// <summary>Skips a word, in any case, that no letter or digit follows.</summary>
    public bool SkipWord(string word)
    {
        var there = Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (Position + word.Length == _text.Length || !char.IsLetterOrDigit(_text[Position + word.Length]));
        Position += there ? word.Length : 0;
        return there;
    }

    /// <summary>Returns what was read since an offset.</summary>
    public readonly ReadOnlySpan<char> Since(int start) => _text[start..Position];

    /// <summary>Reads a run of letters with their marks (Indic and Thai vowels are marks); empty where there is none.</summary>
    public ReadOnlySpan<char> ReadLetters()
    {
        var start = Position;
        while (Position < _text.Length && (char.IsLetter(_text[Position]) || (Position > start && IsMark(_text[Position]))))
        {
            Position++;
        }

        return _text[start..Position];
    }

    /// <summary>Reads a run of digits; empty where there is none.</summary>
    public ReadOnlySpan<char> ReadDigits()
    {
        var start = Position;
        while (Position < _text.Length && char.IsDigit(_text[Position]))
        {
            Position++;
        }

        return _text[start..Position];
    }

    /// <summary>Reads a whole run of digits of any script, if it has from <paramref name="min"/> to <paramref name="max"/> of them.</summary>
    /// <returns>The number, or -1.</returns>
    public int ReadNumber(int min, int max)
    {
        int end = Position, value = 0;
        while (end < _text.Length && char.IsDigit(_text[end]) && end - Position <= max)
        {
            value = (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(_text[end]);
            end++;
        }

        if (end - Position < min || end - Position > max)
        {
            return -1;
        }

        Position = end;
        return value;
    }

    private static bool IsMark(char c) =>
        c > '\u0300' && (c is '\u200C' or '\u200D' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
