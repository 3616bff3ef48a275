namespace Pipeline.Text.Tagging.Actors;

/// <summary>Finds organisations by the nouns in their names: "Acme Corp.", "University of Somewhere", "Centre for Policy Research".</summary>
internal static class OrganizationFinder
{
    /// <summary>Adds the organisations within a run of capitalised words.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="start">The run's first word.</param>
    /// <param name="end">The word past the run.</param>
    /// <param name="candidates">Where they go.</param>
    public static void Find(SentenceWords words, int start, int end, List<NameCandidate> candidates)
    {
        var first = ReadHead(words, start, end);
        first = first == 0 && words.IsCommon(0) && !NameLexicon.OrganizationOpeners.Contains(words.Text(0)) ? 1 : first;
        while (first < end && (NameLexicon.CalendarWords.Contains(words.Text(first)) || words.Text(first) is "The"))
        {
            first++;
        }

        var last = -1;
        for (var i = first; i < end; i++)
        {
            if (NameLexicon.OrganizationHeads.Contains(words.Text(i)) && (i > first || NameLexicon.OrganizationOpeners.Contains(words.Text(i))))
            {
                last = i;
            }
        }

        if (last < 0 && first < end && NameLexicon.OrganizationOpeners.Contains(words.Text(first)))
        {
            last = first;
        }

        if (last < 0)
        {
            return;
        }

        var stop = last + 1 == end ? ReadTail(words, last + 1) : last + 1;
        if (stop - first < 2 || (stop == last + 1 && !HasName(words, first, last)))
        {
            return;
        }

        candidates.Add(new NameCandidate(first, stop, ActorType.Organization, null));
    }

    // "House Oversight and Reform Committee": the run before "and" belongs to the committee.
    private static int ReadHead(SentenceWords words, int start, int end)
    {
        if (start < 2 || words.Text(end - 1) is not ("Committee" or "Subcommittee") || words.Text(start - 1) is not "and"
            || !words.Continues(start) || !words.Continues(start - 1) || !words.IsCapital(start - 2))
        {
            return start;
        }

        var first = start - 2;
        while (first > 0 && words.IsCapital(first - 1) && words.Continues(first))
        {
            first--;
        }

        return first;
    }

    // "of [the] Foreign and Commonwealth Affairs": linked capitalised words.
    private static int ReadTail(SentenceWords words, int end)
    {
        if (!Links(words, end) || !NameLexicon.OrganizationOpeners.Contains(words.Text(end - 1)))
        {
            return end;
        }

        if (words.Text(end) is "in" or "to" or "against")
        {
            return end;
        }

        var i = words.Text(end + 1) is "the" ? end + 2 : end + 1;
        var name = i;
        while (i < words.Count && (i == name ? words[i].Gap == ' ' : words.Continues(i) || (words[i].Gap == ',' && IsListed(words, i))))
        {
            if (words.IsCapital(i) && !NameLexicon.NeverNames.Contains(words.Text(i)) && !NameLexicon.IsMonth(words.Text(i)))
            {
                i++;
            }
            else if (words.Text(i) is "and" && i > name && i + 1 < words.Count && words.IsCapital(i + 1) && words.Continues(i + 1) && !words[i - 1].IsPossessive)
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i > name ? i : end;
    }

    // "Health, Education and Welfare"
    private static bool IsListed(SentenceWords words, int i) =>
        i + 2 < words.Count && words.IsCapital(i) && words.Continues(i + 1) && words.Text(i + 1) is "and" && words.IsCapital(i + 2);

    private static bool Links(SentenceWords words, int i) =>
        i + 1 < words.Count && words[i].Gap == ' ' && !words[i - 1].IsPossessive && NameLexicon.OrganizationLinks.Contains(words.Text(i));

    // The noun alone is no name, nor is it with an article, a number or a day.
    private static bool HasName(SentenceWords words, int first, int last)
    {
        if (words.Text(last) is "Administration" && last - first < 2)
        {
            // "the Obama Administration" is Obama's.
            return false;
        }

        for (var i = first; i < last; i++)
        {
            if (!NameLexicon.OfficeHeads.Contains(words.Text(i)) && words.Text(i) is not ("The" or "A" or "An" or "This" or "Our"))
            {
                return true;
            }
        }

        return false;
    }
}
