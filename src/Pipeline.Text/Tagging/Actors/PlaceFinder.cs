namespace Pipeline.Text.Tagging.Actors;

/// <summary>Finds places by their nouns ("Lake Baikal", "Harris County"), by "the town of", and by the known place after a comma.</summary>
internal static class PlaceFinder
{
    /// <summary>Adds the place that a run of capitalised words names, if it names one.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="knownPlaces">Which words begin known places and countries.</param>
    /// <param name="start">The run's first word.</param>
    /// <param name="end">The word past the run.</param>
    /// <param name="candidates">Where it goes.</param>
    public static void Find(SentenceWords words, ReadOnlySpan<bool> knownPlaces, int start, int end, List<NameCandidate> candidates)
    {
        var first = start == 0 && words.IsCommon(0) && !NameLexicon.PlaceOpeners.Contains(words.Text(0)) ? 1 : start;
        first += first < end && words.Text(first) is "The" ? 1 : 0;
        var count = end - first;
        if (count < 1 || count > 4 || NameLexicon.NeverNames.Contains(words.Text(end - 1)))
        {
            return;
        }

        var last = words.Text(end - 1);
        var named = count > 1 && (NameLexicon.PlaceHeads.Contains(last) || words.Text(first) is "Mount" or "Lake" or "Fort" or "Camp" or "Cape" or "Port" or "Santa" or "Las" or "Los");
        if (named || IsDescribed(words, first) || (end < words.Count && words[end].Gap == ',' && knownPlaces[end] && !NameLexicon.OrganizationHeads.Contains(last) && FollowsPreposition(words, first))
            || (FollowsPreposition(words, first) && words.Text(first - 1) is "in" or "near" && !words[end - 1].IsPossessive && !AnyOther(words, first, end) && !words.IsAllCapitals(end - 1)))
        {
            candidates.Add(new NameCandidate(first, end, ActorType.Place, null));
        }
    }

    // "the town of Villagarcía"
    private static bool IsDescribed(SentenceWords words, int first) =>
        first > 1 && words[first].Gap == ' ' && words.Text(first - 1) is "of" && NameLexicon.PlaceNouns.Contains(words.Text(first - 2));

    private static bool FollowsPreposition(SentenceWords words, int first) =>
        first > 0 && words[first].Gap == ' ' && NameLexicon.PlacePrepositions.Contains(words.Text(first - 1));

    // Everyday words, days and months, titles.
    private static bool AnyOther(SentenceWords words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.IsCommon(i) || NameLexicon.NeverNames.Contains(words.Text(i)) || NameLexicon.IsMonth(words.Text(i)) || NameLexicon.Honorifics.Contains(words.Text(i))
                || NameLexicon.OfficeHeads.Contains(words.Text(i)) || NameLexicon.AbbreviatedOffices.TryGetValue(words.Text(i), out _))
            {
                return true;
            }
        }

        return false;
    }
}
