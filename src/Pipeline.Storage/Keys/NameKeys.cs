using System.Globalization;
using System.Text;

namespace Pipeline.Storage.Keys;

/// <summary>Names as ids of listings: the same for the same name however it is written.</summary>
public static class NameKeys
{
    // Longer names are told apart by a hash, so that keys stay short.
    private const int MaxLength = 60;
    private const int HashLength = 26;

    /// <summary>Returns the key of a publisher or agency.</summary>
    /// <param name="name">Its name.</param>
    public static string Source(string name) => Fold(name);

    /// <summary>Returns the key of an actor: the Wikidata item where there is one, else the name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="wikidata">The Wikidata item, as <c>Q0</c>; null where the actor is not known.</param>
    public static string Actor(string name, string? wikidata) => wikidata is null ? Fold(name) : Fold(wikidata);

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in WellFormed(name).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != '-')
            {
                folded.Append('-');
            }
        }

        var key = folded.ToString().TrimEnd('-');
        return key.Length switch
        {
            0 => Base32.Hash(name, HashLength),
            > MaxLength => Base32.Hash(key, HashLength),
            _ => key,
        };
    }

    // What is no character cannot be normalised.
    private static string WellFormed(string name)
    {
        var runes = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            runes.Append((rune.Value & 0xFFFE) == 0xFFFE ? "\uFFFD" : rune.ToString());
        }

        return runes.ToString();
    }
}
