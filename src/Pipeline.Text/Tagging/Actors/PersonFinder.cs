namespace Pipeline.Text.Tagging.Actors;

/// <summary>Finds people by their given names, by titles, and by what stands around names of several words.</summary>
internal static class PersonFinder
{
    // Given name, middle names, particles, family names.
    private const int MaxNameWords = 5;

    /// <summary>Adds the person that a run of capitalised words names, if it names one.</summary>
    /// <param name="lexicon">The words that names are told by.</param>
    /// <param name="words">The sentence.</param>
    /// <param name="covered">Which words belong to known names of several words.</param>
    /// <param name="start">The run's first word.</param>
    /// <param name="end">The word past the run.</param>
    /// <param name="candidates">Where it goes.</param>
    public static void Find(NameLexicon lexicon, SentenceWords words, ReadOnlySpan<bool> covered, int start, int end, List<NameCandidate> candidates)
    {
        var first = start;
        while (first < end && (IsStripped(lexicon, words, covered, first) || IsCommonBeforeName(lexicon, words, first, end)))
        {
            first++;
        }

        // "Virginia Gov. Bob McDonnell"
        for (var i = first + 1; i < end - 1; i++)
        {
            if (IsTitleWithin(words.Text(i)))
            {
                first = i + 1;
            }
        }

        var stop = first;
        while (stop < end && !covered[stop] && !NameLexicon.NeverNames.Contains(words.Text(stop)) && !(stop > first && EndsName(words, stop)))
        {
            stop++;
        }

        var count = stop - first;
        if (count == 0 || count > MaxNameWords)
        {
            return;
        }

        if (count == 1)
        {
            // A family name after a title: "President Xi".
            // In small letters ("guitarist Ono") that is too little.
            if (first > 0 && words.IsCapital(first - 1) && !words.IsInitial(first) && !words.IsAllCapitals(first)
                && !NameLexicon.OrganizationHeads.Contains(words.Text(first)) && OfficeReader.ReadBefore(words, covered, first).IsTitled)
            {
                candidates.Add(new NameCandidate(first, stop, ActorType.Person, null));
            }
        }
        else if (LooksLikeName(lexicon, words, first, stop))
        {
            var evident = HasEvidence(lexicon, words, covered, first, stop);
            if (evident || MayBeName(words, first, stop))
            {
                candidates.Add(new NameCandidate(first, stop, ActorType.Person, null, IsTentative: !evident));
            }
        }
    }

    private static bool IsStripped(NameLexicon lexicon, SentenceWords words, ReadOnlySpan<bool> covered, int i)
    {
        var word = words.Text(i);
        return covered[i]
            || NameLexicon.NeverNames.Contains(word)
            || NameLexicon.Honorifics.Contains(word)
            || NameLexicon.AbbreviatedOffices.TryGetValue(word, out _)
            || ((NameLexicon.OfficeHeads.Contains(word) || NameLexicon.OfficeModifiers.Contains(word) || NameLexicon.OfficeDomains.Contains(word)) && !lexicon.GivenNames.Contains(word))
            || word is "A" or "An" or "The"
            || (i == 0 && words.IsCommon(i) && !lexicon.GivenNames.Contains(word));
    }

    // Titles that are nobody's family name, as "King" and "Bishop" are.
    private static bool IsTitleWithin(ReadOnlySpan<char> word) =>
        NameLexicon.AbbreviatedOffices.TryGetValue(word, out _)
        || word is "Mr" or "Mrs" or "Ms" or "Dr" or "Mayor" or "Governor" or "Senator" or "President" or "Minister" or "Secretary" or "Chairman" or "Director" or "Congressman" or "Congresswoman";

    // "Eyewitness Piaget Crenshaw"
    private static bool IsCommonBeforeName(NameLexicon lexicon, SentenceWords words, int first, int end) =>
        end - first > 2 && words.IsCommon(first) && words[first + 1].Gap == ' ' && !lexicon.GivenNames.Contains(words.Text(first));

    // A noun of an organisation or place within the run: what stands before is no person.
    private static bool EndsName(SentenceWords words, int i) => NameLexicon.OfficeHeads.Contains(words.Text(i)) && words.Text(i).Length > 4 && words[i].Gap == ' ' && words.IsCommon(i);

    private static bool LooksLikeName(NameLexicon lexicon, SentenceWords words, int first, int end)
    {
        var last = words.Text(end - 1);
        if (words.IsInitial(end - 1) || (words.IsAllCapitals(end - 1) && last.Length < 4) || (words.IsAllCapitals(first) && !lexicon.GivenNames.Contains(words.Text(first)) && words.Text(first).Length > 2))
        {
            return false;
        }

        // "Biden-Xi" is two names.
        var spaced = false;
        for (var i = first; i < end; i++)
        {
            spaced |= i > first && words[i].Gap != '-';
            if (!char.IsLetter(words.Text(i)[0]) || (i > first && (NameLexicon.OrganizationHeads.Contains(words.Text(i)) || NameLexicon.PlaceHeads.Contains(words.Text(i)))))
            {
                return false;
            }
        }

        return spaced;
    }

    private static bool HasEvidence(NameLexicon lexicon, SentenceWords words, ReadOnlySpan<bool> covered, int first, int end)
    {
        if (lexicon.GivenNames.Contains(words.Text(first)) || words.Text(first) is [_, '.', ..])
        {
            return true;
        }

        if (OfficeReader.ReadBefore(words, covered, first).IsTitled || OfficeReader.ReadAfter(words, end) is not null)
        {
            return true;
        }

        return end < words.Count && (NameLexicon.SpeechVerbs.Contains(words.Text(end)) || IsAge(words, end))
            && !NameLexicon.PlaceOpeners.Contains(words.Text(first)) && !AnyCommon(words, first, end);
    }

    // Two or three words, none of them an everyday one: in news that is most often a person.
    private static bool MayBeName(SentenceWords words, int first, int end) =>
        end - first <= 3 && !AnyCommon(words, first, end) && !NameLexicon.PlaceOpeners.Contains(words.Text(first))
            && (first == 0 || !NameLexicon.PlacePrepositions.Contains(words.Text(first - 1)) || words.Text(first - 1) is "to" or "from");

    private static bool IsAge(SentenceWords words, int i) =>
        words[i].Gap is ',' or '(' && words.Text(i) is [>= '1' and <= '9', >= '0' and <= '9'];

    private static bool AnyCommon(SentenceWords words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.IsCommon(i) && words.IsCapital(i))
            {
                return true;
            }
        }

        return false;
    }
}
