namespace Pipeline.Text.Tagging.Actors;

/// <summary>What stands before a name: an office, a form of address, or nothing.</summary>
/// <param name="IsTitled">Whether it shows that a person is named.</param>
/// <param name="Role">The office.</param>
internal readonly record struct Title(bool IsTitled, string? Role);

/// <summary>Reads the offices beside people's names: "national security adviser Jake Sullivan"; "Tim Cook, CEO of Apple,".</summary>
internal static class OfficeReader
{
    private const int MaxWordsBefore = 8;
    private const int MaxWordsToHead = 6;
    private const int MaxTailWords = 5;

    /// <summary>Reads the title before a name.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="covered">Which words belong to other names.</param>
    /// <param name="start">The name's first word.</param>
    public static Title ReadBefore(SentenceWords words, ReadOnlySpan<bool> covered, int start)
    {
        if (start == 0)
        {
            return default;
        }

        var previous = words.Text(start - 1);
        var joined = words.Continues(start);
        if (joined && NameLexicon.Honorifics.Contains(previous) && words.IsCapital(start - 1) && !IsSpouse(words, start - 1))
        {
            return new Title(true, null);
        }

        if (joined && NameLexicon.AbbreviatedOffices.TryGetValue(previous, out var office))
        {
            return new Title(true, ExpandAbbreviations(words, start, office));
        }

        // "the bank's chairman, John Smith": only where the office itself stands before the comma.
        if (!joined && (words[start].Gap != ',' || !NameLexicon.OfficeHeads.Contains(previous)))
        {
            return default;
        }

        var first = start;
        var headSeen = false;
        while (first > 0 && start - first < MaxWordsBefore && (first == start || words.Continues(first)) && !covered[first - 1] && IsOfficeWord(words.Text(first - 1), ref headSeen))
        {
            first--;
        }

        while (first < start && (NameLexicon.OfficeLinks.Contains(words.Text(first)) || (first == 0 && words.IsCommon(first) && !IsOffice(words.Text(first)))))
        {
            first++;
        }

        first = SkipToLastOffice(words, first, start);
        var endsWell = first < start && (NameLexicon.OfficeHeads.Contains(previous) || NameLexicon.OfficeDomains.Contains(previous) || IsSpouse(words, start - 1));
        return headSeen && endsWell ? new Title(true, FormerBefore(words, covered, first) + words.Surface(first, start)) : default;
    }

    /// <summary>Reads the office in apposition after a name; null where there is none.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="end">The word past the name.</param>
    public static string? ReadAfter(SentenceWords words, int end)
    {
        if (end >= words.Count || words[end].Gap != ',' || words[end - 1].IsPossessive)
        {
            return null;
        }

        if (ReadRelative(words, end) is { } relative)
        {
            return relative;
        }

        var first = words.Text(end) is "the" or "a" or "an" ? end + 1 : end;
        var head = -1;
        for (var i = first; i < words.Count && i < first + MaxWordsToHead; i++)
        {
            if (i > end && words[i].Gap is not (' ' or '-' or '.'))
            {
                break;
            }

            if (words[i].IsPossessive || (!IsOffice(words.Text(i)) && !words.IsCapital(i) && first == end))
            {
                break;
            }

            if (NameLexicon.OfficeHeads.Contains(words.Text(i)) || (i > 0 && IsSpouse(words, i)))
            {
                head = i;
            }
            else if (head >= 0)
            {
                break;
            }
        }

        // ", President Barack Obama's adviser": another's title.
        var isAnothers = head >= 0 && head + 1 < words.Count && words[head + 1].Gap == ' ' && words.IsCapital(head + 1);
        return head < 0 || isAnothers ? null : words.Surface(first, TailEnd(words, head + 1));
    }

    // ", Xi's wife", ", the president's son"
    private static string? ReadRelative(SentenceWords words, int first)
    {
        for (var i = first; i + 1 < words.Count && i < first + MaxWordsToHead && (i == first || words[i].Gap is ' ' or '-'); i++)
        {
            if (words[i].IsPossessive)
            {
                return NameLexicon.Relatives.Contains(words.Text(i + 1)) ? words.Surface(words.Text(first) is "the" ? first + 1 : first, i + 2) : null;
            }
        }

        return null;
    }

    // "first lady", "second gentleman"
    private static bool IsSpouse(SentenceWords words, int index) =>
        index > 0 && NameLexicon.Spouses.Contains(words.Text(index)) && words.Text(index - 1) is "first" or "First" or "second" or "Second";

    // "former CIA director": what is former stands before the name of the body, which is no part of the role.
    private static string FormerBefore(SentenceWords words, ReadOnlySpan<bool> covered, int first)
    {
        var i = first - 1;
        while (i >= 0 && covered[i])
        {
            i--;
        }

        return i >= 0 && i < first - 1 && words.Text(i) is "former" or "Former" or "ex" ? "former " : "";
    }

    // "finance director for President": the name is the president's.
    private static int SkipToLastOffice(SentenceWords words, int first, int start)
    {
        var headAfter = false;
        for (var i = start - 1; i > first; i--)
        {
            if (headAfter && NameLexicon.OfficeLinks.Contains(words.Text(i)))
            {
                return i + 1;
            }

            headAfter |= NameLexicon.OfficeHeads.Contains(words.Text(i));
        }

        return first;
    }

    // "of Apple", "for the Justice Department"
    private static int TailEnd(SentenceWords words, int end)
    {
        if (end + 1 >= words.Count || words[end].Gap != ' ' || words.Text(end) is not ("of" or "for" or "at" or "to"))
        {
            return end;
        }

        var i = words.Text(end + 1) is "the" ? end + 2 : end + 1;
        if (i < words.Count && NameLexicon.OfficeDomains.Contains(words.Text(i)) && !words.IsCapital(i))
        {
            return i + 1;
        }

        var name = i;
        while (i < words.Count && i < name + MaxTailWords && !NameLexicon.Honorifics.Contains(words.Text(i)) && words[i].Gap is ' ' or '-' && (words.IsCapital(i) || (i > name && words.Text(i) is "of" or "and" && i + 1 < words.Count && words.IsCapital(i + 1))))
        {
            i++;
        }

        return i > name ? i : end;
    }

    private static string ExpandAbbreviations(SentenceWords words, int start, string office)
    {
        // "Lt. Gen.", "Brig. Gen.", "former Sen."
        if (start < 2 || !words.Continues(start - 1))
        {
            return office;
        }

        var before = words.Text(start - 2);
        return NameLexicon.AbbreviatedOffices.TryGetValue(before, out var first) ? $"{first} {office}"
            : before is "former" or "then" or "Former" ? $"former {office}"
            : office;
    }

    private static bool IsOffice(ReadOnlySpan<char> word) => NameLexicon.OfficeHeads.Contains(word) || NameLexicon.OfficeModifiers.Contains(word);

    private static bool IsOfficeWord(ReadOnlySpan<char> word, ref bool headSeen)
    {
        var isHead = NameLexicon.OfficeHeads.Contains(word) || NameLexicon.Spouses.Contains(word);
        headSeen |= isHead;
        return isHead || NameLexicon.OfficeModifiers.Contains(word) || NameLexicon.OfficeDomains.Contains(word) || NameLexicon.OfficeLinks.Contains(word);
    }
}
