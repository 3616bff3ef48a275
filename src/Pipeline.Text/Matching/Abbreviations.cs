namespace Pipeline.Text.Matching;

/// <summary>Words whose dot does not end a sentence.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new HashSet<string>(StringComparer.Ordinal)
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Hon", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Pres", "Gen", "Lt", "Col",
        "Sgt", "Capt", "Cmdr", "Maj", "Adm", "St", "Mt", "Ft", "Jr", "Sr", "No", "vs", "v", "Inc", "Corp", "Co", "Ltd", "Jan", "Feb", "Mar",
        "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Ala", "Ariz", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind",
        "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Pa", "Tenn", "Va", "Wash", "Wis",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Says whether a dot after a word is part of it.</summary>
    public static bool Contains(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0])) || word[^1] == '.' || Words.Contains(word);
}
