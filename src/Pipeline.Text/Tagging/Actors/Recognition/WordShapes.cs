using System.Globalization;

namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>How a word is written.</summary>
internal enum CapitalClass : byte
{
    None,
    Small,
    Initial,
    Mixed,
    AllCapitals,
    SingleCapital,
    Number,
    NumberAndLetters,
}

/// <summary>Hashes of words and of how they are written. Of any text the same on every machine.</summary>
internal static class WordShapes
{
    // The offset and the prime of the 32-bit FNV-1a hash, http://www.isthe.com/chongo/tech/comp/fnv/.
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Hashes a word in small letters, its digits all alike.</summary>
    /// <param name="word">The word, or a part of it.</param>
    public static uint LowerHash(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word)
        {
            hash = (hash ^ Lower(c)) * Prime;
        }

        return hash;
    }

    /// <summary>Hashes a word's pattern of capitals, small letters, digits and marks, runs counted once: "McDonald" as <c>AaAa</c>.</summary>
    /// <param name="word">The word.</param>
    public static uint ShapeHash(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        var last = '\0';
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 'A' : char.IsAsciiDigit(c) ? '0' : char.IsLetter(c) ? 'a' : c;
            if (kind != last)
            {
                hash = (hash ^ kind) * Prime;
                last = kind;
            }
        }

        return hash;
    }

    /// <summary>Says how a word is written.</summary>
    /// <param name="word">The word.</param>
    public static CapitalClass ClassOf(ReadOnlySpan<char> word)
    {
        var upper = 0;
        var lower = 0;
        var digits = 0;
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            lower += char.IsLetter(c) && !char.IsUpper(c) ? 1 : 0;
        }

        return (upper, lower, digits) switch
        {
            (0, 0, > 0) => CapitalClass.Number,
            (_, _, > 0) => CapitalClass.NumberAndLetters,
            (0, _, _) => CapitalClass.Small,
            (1, 0, _) => CapitalClass.SingleCapital,
            (_, 0, _) => CapitalClass.AllCapitals,
            (1, _, _) when char.IsUpper(word[0]) => CapitalClass.Initial,
            _ => CapitalClass.Mixed,
        };
    }

    private static char Lower(char c) => char.IsAsciiDigit(c) ? '0' : c < 0x80 ? char.ToLowerInvariant(c) : CultureInfo.InvariantCulture.TextInfo.ToLower(c);
}
