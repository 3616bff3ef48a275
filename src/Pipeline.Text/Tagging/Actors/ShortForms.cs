namespace Pipeline.Text.Tagging.Actors;

/// <summary>The shorter names that an article uses once it has given the full one.</summary>
internal static class ShortForms
{
    private const int MinimumAcronym = 3;

    private static readonly string[] NameSuffixes = ["Jr", "Sr", "II", "III", "IV"];
    private static readonly string[] CompanySuffixes = ["Inc", "Corp", "Corporation", "Ltd", "LLC", "PLC", "plc", "Co", "Company", "Group", "Holdings", "Limited"];
    private static readonly char[] Separators = [' ', '-', '\n'];

    /// <summary>Registers the short forms of a full name.</summary>
    /// <param name="mention">The mention of the full name.</param>
    /// <param name="draft">Its actor.</param>
    /// <param name="actors">Where they go.</param>
    public static void Register(Mention mention, ActorDraft draft, ActorIndex actors)
    {
        if (mention.Acronym is { } acronym)
        {
            actors.Register(acronym, draft);
        }

        if (mention.IsShort)
        {
            return;
        }

        var words = mention.Surface.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (draft.Type == ActorType.Person)
        {
            actors.Register(words[FamilyName(words)], draft);
            actors.RegisterGivenName(words[0], draft);
        }
        else if (draft.Type == ActorType.Event && NameLexicon.StormNouns.Contains(words[0]))
        {
            actors.Register(words[^1], draft);
        }
        else if (draft.Type == ActorType.Organization)
        {
            RegisterOrganization(words, draft, actors);
        }
    }

    private static int FamilyName(string[] words)
    {
        var last = words.Length - 1;
        while (last > 1 && NameSuffixes.Contains(words[last].TrimEnd('.')))
        {
            last--;
        }

        return last;
    }

    private static void RegisterOrganization(string[] words, ActorDraft draft, ActorIndex actors)
    {
        if (CompanySuffixes.Contains(words[^1].TrimEnd('.')))
        {
            actors.Register(string.Join(' ', words[..^1]), draft);
        }

        // "International Atomic Energy Agency" as "IAEA".
        var initials = string.Concat(words.Where(word => char.IsUpper(word[0])).Select(word => word[0]));
        if (initials.Length >= MinimumAcronym)
        {
            actors.Register(initials, draft);
        }
    }
}
