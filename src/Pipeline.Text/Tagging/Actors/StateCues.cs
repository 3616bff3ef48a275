namespace Pipeline.Text.Tagging.Actors;

/// <summary>Tells whether a name that a state shares with a city or a country means the state: "Governor Jay Inslee of Washington"; "Spokane, Washington".</summary>
internal static class StateCues
{
    // A given name, a middle one and a family name stand between the office and "of".
    private const int MaxNameWords = 3;

    /// <summary>Says whether the words around a name show that a state is meant.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="start">The name's first word.</param>
    /// <param name="end">The word past its last.</param>
    public static bool Tell(SentenceWords words, int start, int end) =>
        HasOffice(words, end) || IsOfOfficeHolder(words, start) || IsAfterCity(words, start, end);

    // "Washington Governor", "Georgia's legislature"
    private static bool HasOffice(SentenceWords words, int end) =>
        end < words.Count && words[end].Gap == ' ' && NameLexicon.StateOffices.Contains(words.Text(end));

    // "the governor of Washington", "Sen. Patty Murray of Washington"
    private static bool IsOfOfficeHolder(SentenceWords words, int start)
    {
        if (start < 2 || words.Text(start - 1) is not "of")
        {
            return false;
        }

        for (var i = start - 2; i >= 0 && i >= start - 2 - MaxNameWords; i--)
        {
            if (NameLexicon.StateOffices.Contains(words.Text(i)))
            {
                return true;
            }

            if (!words.IsCapital(i))
            {
                break;
            }
        }

        return false;
    }

    // "in Spokane, Washington"; but "in London, Washington and Paris".
    private static bool IsAfterCity(SentenceWords words, int start, int end)
    {
        if (start < 2 || words[start].Gap != ',' || !words.IsCapital(start - 1) || words[start - 1].IsPossessive)
        {
            return false;
        }

        var city = start - 1;
        while (city > 0 && words[city].Gap == ' ' && words.IsCapital(city - 1) && !NameLexicon.PlacePrepositions.Contains(words.Text(city - 1)))
        {
            city--;
        }

        var isPlaced = city > 0 && words[city].Gap == ' ' && (NameLexicon.PlacePrepositions.Contains(words.Text(city - 1)) || words.Text(city - 1) is "of");
        var isListed = end < words.Count && (words.Text(end) is "and" or "or" || (words[end].Gap == ',' && words.IsCapital(end)));
        return isPlaced && !isListed;
    }
}
