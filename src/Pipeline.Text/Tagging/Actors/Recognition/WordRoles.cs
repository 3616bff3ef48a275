namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>What a word does in names and beside them, by the lists of <see cref="NameLexicon"/>.</summary>
[Flags]
internal enum WordRoles
{
    None = 0,
    Common = 1,
    GivenName = 1 << 1,
    Title = 1 << 2,
    Office = 1 << 3,
    OrganizationHead = 1 << 4,
    PlaceHead = 1 << 5,
    Calendar = 1 << 6,
    Speech = 1 << 7,
    PlacePreposition = 1 << 8,
    Particle = 1 << 9,
    PlaceNoun = 1 << 10,
}

/// <summary>Reads what words do.</summary>
internal static class WordRoleReader
{
    /// <summary>Returns all that a word does.</summary>
    /// <param name="lexicon">The word lists.</param>
    /// <param name="word">The word.</param>
    public static WordRoles Read(NameLexicon lexicon, ReadOnlySpan<char> word)
    {
        var isTitle = NameLexicon.Honorifics.Contains(word) || NameLexicon.AbbreviatedOffices.TryGetValue(word, out _);
        return When(lexicon.CommonWords.Contains(word), WordRoles.Common)
            | When(lexicon.GivenNames.Contains(word), WordRoles.GivenName)
            | When(isTitle, WordRoles.Title)
            | When(NameLexicon.OfficeHeads.Contains(word), WordRoles.Office)
            | When(NameLexicon.OrganizationHeads.Contains(word), WordRoles.OrganizationHead)
            | When(NameLexicon.PlaceHeads.Contains(word), WordRoles.PlaceHead)
            | When(NameLexicon.CalendarWords.Contains(word), WordRoles.Calendar)
            | When(NameLexicon.SpeechVerbs.Contains(word), WordRoles.Speech)
            | When(NameLexicon.PlacePrepositions.Contains(word), WordRoles.PlacePreposition)
            | When(NameLexicon.Particles.Contains(word), WordRoles.Particle)
            | When(NameLexicon.PlaceNouns.Contains(word), WordRoles.PlaceNoun);
    }

    private static WordRoles When(bool condition, WordRoles role) => condition ? role : WordRoles.None;
}
