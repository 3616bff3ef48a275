namespace Pipeline.Text.Tagging.Actors;

/// <summary>Reads the words around a name.</summary>
internal static class CueReader
{
    /// <summary>Reads what the words around a name say.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="name">The name.</param>
    /// <param name="titled">Whether a title stands before it.</param>
    /// <param name="mayBeGivenName">Whether it is a country's name and a given name, and the sentence names no other country.</param>
    public static MentionCues Read(SentenceWords words, NameCandidate name, bool titled, bool mayBeGivenName)
    {
        var cues = (titled ? MentionCues.Titled : MentionCues.None) | (name.IsAdjective ? MentionCues.Adjective : MentionCues.None);
        var speaks = name.End < words.Count && words[name.End].Gap == ' ' && NameLexicon.SpeechVerbs.Contains(words.Text(name.End));
        if (speaks || name.Start == 0 || (name.Start == 1 && words.IsCommon(0)))
        {
            cues |= MentionCues.Subject;
        }

        if (IsPlace(words, name))
        {
            cues |= MentionCues.Place;
        }

        if (name.Length == 1 && !speaks && !titled
            && ((name.Start == 0 && words.IsCommon(0)) || (NameLexicon.IsMonth(words.Text(name.Start)) && IsDated(words, name.Start))))
        {
            cues |= MentionCues.Doubtful;
        }

        if (mayBeGivenName && name.Start == 0 && IsBeforeSmallWord(words, name) && !cues.HasFlag(MentionCues.Place))
        {
            cues |= MentionCues.Doubtful;
        }

        return cues;
    }

    /// <summary>Reads the acronym in brackets after a name: "Asia-Pacific Economic Cooperation (APEC)"; null where there is none.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="next">The word past the name.</param>
    public static string? ReadAcronym(SentenceWords words, int next) =>
        next < words.Count && words[next].Gap == '(' && (words.IsAllCapitals(next) || words.Text(next).Contains('.'))
        && (next + 1 == words.Count || words[next + 1].Gap is ')' or '*')
            ? words.Text(next).ToString()
            : null;

    // "in Jordan", "King Abdullah of Jordan", "Amman, Jordan", "Jordan's parliament"
    private static bool IsPlace(SentenceWords words, NameCandidate name)
    {
        var before = name.Start - 1;
        return (before >= 0 && (words.Text(before) is "of" || NameLexicon.PlacePrepositions.Contains(words.Text(before)) || (words[name.Start].Gap == ',' && words.IsCapital(before))))
            || (name.End < words.Count && words[name.End - 1].IsPossessive && NameLexicon.Institutions.Contains(words.Text(name.End)));
    }

    // "Chad won", but "Chad's government", "Chad and Niger"
    private static bool IsBeforeSmallWord(SentenceWords words, NameCandidate name) =>
        name.End < words.Count && words[name.End].Gap == ' ' && char.IsLower(words.Text(name.End)[0])
        && !words[name.End - 1].IsPossessive && words.Text(name.End) is not ("and" or "or");

    // "May 5", "in May", "last May"
    private static bool IsDated(SentenceWords words, int i) =>
        (i + 1 < words.Count && char.IsAsciiDigit(words.Text(i + 1)[0]))
        || (i > 0 && (char.IsAsciiDigit(words.Text(i - 1)[0])
            || words.Text(i - 1) is "in" or "since" or "until" or "last" or "this" or "next" or "early" or "late" or "mid" or "by" or "of" or "from" or "to" or "and" or "through"));
}
