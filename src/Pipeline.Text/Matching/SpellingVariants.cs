namespace Pipeline.Text.Matching;

/// <summary>British spellings and their American counterparts, which terms and texts are both brought to.</summary>
internal static class SpellingVariants
{
    // Shorter words in -ise are mostly not of this kind: raise, noise, wise.
    private const int MinIseLength = 7;

    private static readonly string[] Endings = ["", "s", "d", "ed", "ing", "r", "er", "rs", "ers", "al", "less", "ly"];

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> American = Build(
        ("labour", "labor"), ("colour", "color"), ("favour", "favor"), ("honour", "honor"), ("harbour", "harbor"),
        ("neighbour", "neighbor"), ("neighbourhood", "neighborhood"), ("behaviour", "behavior"), ("armour", "armor"),
        ("rumour", "rumor"), ("humour", "humor"), ("tumour", "tumor"), ("vapour", "vapor"), ("endeavour", "endeavor"),
        ("centre", "center"), ("theatre", "theater"), ("fibre", "fiber"), ("metre", "meter"), ("kilometre", "kilometer"),
        ("litre", "liter"), ("defence", "defense"), ("offence", "offense"), ("licence", "license"), ("pretence", "pretense"),
        ("programme", "program"), ("tyre", "tire"), ("grey", "gray"), ("sceptic", "skeptic"), ("sceptical", "skeptical"),
        ("aluminium", "aluminum"), ("manoeuvre", "maneuver"), ("plough", "plow"), ("sulphur", "sulfur"), ("cheque", "check"),
        ("travell", "travel"), ("cancell", "cancel"), ("fuell", "fuel"), ("labell", "label"), ("counsell", "counsel"),
        ("councillor", "councilor"), ("jewellery", "jewelry"), ("paediatric", "pediatric"), ("anaemia", "anemia"),
        ("foetus", "fetus"), ("foetal", "fetal"), ("storey", "story"), ("pyjama", "pajama"), ("mould", "mold"),
        ("smoulder", "smolder"), ("ageing", "aging"), ("judgement", "judgment"));

    /// <summary>Brings a folded word to American spelling, in place.</summary>
    /// <param name="buffer">Holds the folded word.</param>
    /// <param name="length">Its length.</param>
    /// <returns>The new length; never more than the old one.</returns>
    public static int Normalize(Span<char> buffer, int length)
    {
        if (length < 4)
        {
            return length;
        }

        var word = buffer[..length];
        if (length >= MinIseLength && IseOffset(word) is var s and > 0)
        {
            word[s] = 'z';
        }

        if (American.TryGetValue(word, out var american))
        {
            american.CopyTo(buffer);
            return american.Length;
        }

        return length;
    }

    private static int IseOffset(ReadOnlySpan<char> word) =>
        word.EndsWith("ise") ? word.Length - 2
        : word.EndsWith("ised") || word.EndsWith("ises") || word.EndsWith("iser") ? word.Length - 3
        : word.EndsWith("ising") || word.EndsWith("isers") ? word.Length - 4
        : word.EndsWith("isation") ? word.Length - 6
        : word.EndsWith("isations") ? word.Length - 7
        : -1;

    private static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Build(params (string British, string American)[] pairs)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (british, american) in pairs)
        {
            foreach (var ending in Endings)
            {
                words[british + ending] = american + ending;
            }
        }

        return words.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
