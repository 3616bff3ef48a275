using System.Collections.Frozen;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>Tells whether two English words are forms of one: "vote", "voted", "voting"; "resign", "resignation".</summary>
internal static class WordForms
{
    private const int MinStem = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings =
        ",s,es,e,d,ed,ing,ings,y,ies,ied,ly,ion,ions,ation,ations,ment,ments,n,en".Split(',').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Says whether they are, case apart.</summary>
    public static bool AreOfOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var stem = 0;
        while (stem < a.Length && stem < b.Length && char.ToLowerInvariant(a[stem]) == char.ToLowerInvariant(b[stem]))
        {
            stem++;
        }

        // Where one word goes on after the stem with the first letter of an ending that both share, the stem is shorter: "voted", "votes".
        for (var length = stem; length >= MinStem && length >= stem - 1; length--)
        {
            if (Ends(a, length) && Ends(b, length))
            {
                return true;
            }
        }

        return false;
    }

    // "planned": the consonant before the ending may stand twice.
    private static bool Ends(ReadOnlySpan<char> word, int stem) =>
        Endings.Contains(word[stem..]) || (stem < word.Length && char.ToLowerInvariant(word[stem]) == char.ToLowerInvariant(word[stem - 1]) && Endings.Contains(word[(stem + 1)..]));
}
