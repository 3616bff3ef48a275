using System.Globalization;
using System.Text;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>Brings the spellings of a name to one form: no accents, no full stops in acronyms, long words in capitals as if with one capital.</summary>
internal static class NameKey
{
    // Shorter words in capitals are acronyms ("US", "WHO") and must not match "Us" or "Who".
    private const int MinimumFoldedCapitals = 4;

    /// <summary>Writes the key of one word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="key">Where the key goes: as long as the word, or longer.</param>
    /// <returns>The key's length.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = 0;
        var lower = false;
        foreach (var c in word)
        {
            if (c != '.')
            {
                var folded = c < 0x80 ? c : Fold(c);
                lower |= !char.IsUpper(folded);
                key[length++] = folded;
            }
        }

        if (!lower && length >= MinimumFoldedCapitals)
        {
            for (var i = 1; i < length; i++)
            {
                key[i] = char.ToLowerInvariant(key[i]);
            }
        }

        return length;
    }

    /// <summary>Returns the key of a name of one or more words.</summary>
    /// <param name="name">The name.</param>
    public static string Of(string name)
    {
        var words = WordReader.Read(name, new TextSpan(0, name.Length));
        var key = new char[name.Length + words.Count];
        var length = 0;
        foreach (var word in words)
        {
            if (length > 0)
            {
                key[length++] = ' ';
            }

            length += Write(name.AsSpan(word.Start, word.FullEnd - word.Start), key.AsSpan(length));
        }

        return new string(key, 0, length);
    }

    private static char Fold(char c)
    {
        switch (c)
        {
            case '’':
                return '\'';
            case 'ı':
                return 'i';
            case 'ø' or 'ö':
                return 'o';
            case 'Ø' or 'Ö':
                return 'O';
            case 'ł':
                return 'l';
            case 'Ł':
                return 'L';
            case 'đ':
                return 'd';
        }

        if (c > 0x24F && c is < '\u1E00' or > '\u1EFF')
        {
            return c;
        }

        var decomposed = c.ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(decomposed[^1]) == UnicodeCategory.NonSpacingMark ? decomposed[0] : c;
    }
}
