using System.Runtime.InteropServices;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>Chooses among the names of the gazetteer and of the recogniser those that do not overlap, and says what they name.</summary>
internal sealed class NameChooser(NameLexicon lexicon, NameLists lists)
{
    // A body's name has fewer words; without a bound, each of many in a row would be extended over all before it. Chosen.
    private const int MaxBodyWords = 24;

    private readonly List<NameCandidate> _candidates = [];
    private readonly List<NameCandidate> _chosen = [];
    private readonly List<bool> _covered = [];

    /// <summary>Gets which words of the sentence belong to chosen names.</summary>
    public ReadOnlySpan<bool> Covered => CollectionsMarshal.AsSpan(_covered);

    /// <summary>Chooses the names of a sentence: longer ones first, then those that come first.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="context">The article.</param>
    /// <param name="known">The gazetteer's names.</param>
    /// <param name="recognized">The recogniser's names, in order; null where it does not know the language.</param>
    /// <returns>
    /// The names in order, with the words that are left and have a capital: the article may have given their full names.
    /// Their type is null.
    /// </returns>
    public IReadOnlyList<NameCandidate> Choose(SentenceWords words, DocumentContext context, KnownNames known, IReadOnlyList<RecognizedName>? recognized)
    {
        _candidates.Clear();
        foreach (var found in recognized ?? [])
        {
            var name = Complete(words, context.Capitals, known, found);
            if (!IsNone(words, context.Capitals, name) && !IsPair(words, known, name) && !IsPartyTag(words, name.Start))
            {
                _candidates.Add(AsClub(words, context, Read(words, known, name)));
            }
        }

        AddKnown(words, context, known, recognized);

        ChooseLongest(words.Count);
        AddLooseWords(words, context.Capitals);
        _chosen.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return _chosen;
    }

    // Those that the recogniser has not found, or not so. Any word may start a sentence: "Fed up with delays".
    private void AddKnown(SentenceWords words, DocumentContext context, KnownNames known, IReadOnlyList<RecognizedName>? recognized)
    {
        if (recognized is null)
        {
            _candidates.AddRange(known);
            return;
        }

        var next = 0;
        foreach (var name in known)
        {
            while (next < recognized.Count && recognized[next].Start < name.Start)
            {
                next++;
            }

            var isRecognized = next < recognized.Count && recognized[next].Start == name.Start && recognized[next].End == name.End;
            if (!isRecognized && (name.Start > 0 || name.Length > 1))
            {
                _candidates.Add(AsClub(words, context, WithGivenName(words, known, name)));
            }
        }
    }

    // What the model cuts short or takes too far: a name ends with no word in small letters ("Chinese government") unless it is known so ("Washington state"), and the words
    // with a capital before a body's name belong to it, as far as they are no name, title or day themselves; so does the one before
    // a family name, as a given name that the model does not know.
    private static RecognizedName Complete(SentenceWords words, CapitalStatistics capitals, KnownNames known, RecognizedName name)
    {
        var (start, end) = (name.Start, name.End);
        while (end > start + 1 && char.IsLower(words.Text(end - 1)[0]) && known.Find(start)?.End != end)
        {
            end--;
        }

        while (name.Type is NameType.Organization && start > 1 && end - start < MaxBodyWords && words[start].Gap == ' ' && words.IsCapital(start - 1) && !IsApart(words, known, start - 1))
        {
            start--;
        }

        if (name.Type is NameType.Person && end - start == 1 && words.Style is CaseStyle.Sentence && start > 0 && words[start].Gap == ' '
            && !IsApart(words, known, start - 1) && MayBeGivenName(words, capitals, start - 1))
        {
            start--;
        }

        return name with { Start = start, End = end };
    }

    // A word with a capital that is no everyday word, nor what stands before names; the first of a sentence, unless the article writes it small.
    private static bool MayBeGivenName(SentenceWords words, CapitalStatistics capitals, int index)
    {
        var word = words.Text(index);
        return words.IsCapital(index) && word.Length > 1 && !words[index].IsPossessive && !words.IsAllCapitals(index) && !words.IsCommon(index) && !capitals.IsSmall(word)
            && !NameLexicon.AbbreviatedOffices.TryGetValue(word, out _) && !NameLexicon.OfficeModifiers.Contains(word)
            && !NameLexicon.OrganizationHeads.Contains(word) && !NameLexicon.PlaceHeads.Contains(word);
    }

    private static bool IsApart(SentenceWords words, KnownNames known, int index)
    {
        var word = words.Text(index);
        return NameLexicon.Honorifics.Contains(word) || NameLexicon.CalendarWords.Contains(word) || NameLexicon.OfficeHeads.Contains(word) || NameLexicon.NeverNames.Contains(word)
            || known.Covers(index);
    }

    // "Mr", "Gen": a title whose name the sentence does not give; a day; an everyday word, unless it may be a body ("Congress");
    // the first word of a sentence, which the article writes small elsewhere.
    private static bool IsNone(SentenceWords words, CapitalStatistics capitals, RecognizedName name)
    {
        var word = words.Text(name.Start);
        return name.End - name.Start == 1
            && (NameLexicon.Honorifics.Contains(word) || NameLexicon.AbbreviatedOffices.TryGetValue(word, out _) || NameLexicon.CalendarWords.Contains(word)
                || IsOfficeDomain(words, name.Start)
                || (name.Type is not NameType.Organization && words.IsCommon(name.Start))
                || (name.Start == 0 && capitals.IsSmall(word)));
    }

    // "Denzel Washington": a town or country after a given name is a family name.
    private NameCandidate WithGivenName(SentenceWords words, KnownNames known, NameCandidate name) =>
        name is { Type: ActorType.Place or ActorType.Country, IsAdjective: false, Length: 1, Start: > 0 }
        && words[name.Start].Gap == ' ' && words.IsCapital(name.Start - 1) && lexicon.GivenNames.Contains(words.Text(name.Start - 1))
        && !words[name.Start - 1].IsPossessive && !known.Covers(name.Start - 1)
            ? new NameCandidate(name.Start - 1, name.End, ActorType.Person, null)
            : name;

    // "the Liverpool captain", "Chelsea won": in a report of sport a town is its club, unless it is where something is.
    private NameCandidate AsClub(SentenceWords words, DocumentContext context, NameCandidate name) =>
        name is { Type: ActorType.Place } && context.IsSport
        && lists.Find(words, name.Start) is var (kinds, length) && kinds.HasFlag(NameListKinds.Club) && length == name.Length
        && !(name.Start > 0 && NameLexicon.PlacePrepositions.Contains(words.Text(name.Start - 1)))
            ? new NameCandidate(name.Start, name.End, ActorType.Organization, null)
            : name;

    // "(R-Ga.)", "D-Texas": the party of a member of Congress, and the state.
    private static bool IsPartyTag(SentenceWords words, int index) =>
        (IsParty(words, index) && index + 1 < words.Count && words[index + 1].Gap == '-') || (index > 0 && words[index].Gap == '-' && IsParty(words, index - 1));

    private static bool IsParty(SentenceWords words, int index) => words[index].Gap is '(' or ',' && words.Text(index) is "D" or "R" or "I";

    // "Secretary of State"
    private static bool IsOfficeDomain(SentenceWords words, int index) =>
        index > 1 && words.Text(index - 1) is "of" && NameLexicon.OfficeDomains.Contains(words.Text(index)) && NameLexicon.OfficeHeads.Contains(words.Text(index - 2));

    // "U.S.-China", "Biden-Xi": known names that a hyphen joins are what is named.
    private static bool IsPair(SentenceWords words, KnownNames known, RecognizedName name)
    {
        var next = name.Start;
        while (known.Find(next) is { } entry && entry.End <= name.End && (next == name.Start || words[next].Gap == '-'))
        {
            next = entry.End;
        }

        return next == name.End && known.Find(name.Start)?.End < name.End;
    }

    private static NameCandidate Read(SentenceWords words, KnownNames known, RecognizedName name)
    {
        if (known.Find(name.Start) is { } entry && entry.End == name.End && !IsAnother(entry, name.Type))
        {
            return entry;
        }

        return name.Type is NameType.Organization && FindAfterCountry(known, name) is { } organization
            ? organization
            : new NameCandidate(name.Start, name.End, ActorTypes.Of(words, name), null);
    }

    // "U.S. Defense Department" is the department that is known, after its country.
    private static NameCandidate? FindAfterCountry(KnownNames known, RecognizedName name)
    {
        var country = known.Find(name.Start) is { Type: ActorType.Country } entry ? entry.End : name.Start;
        for (var start = name.End - 1; start > name.Start; start--)
        {
            if (known.Find(start) is { Type: ActorType.Organization } organization && organization.End == name.End)
            {
                return start == country ? organization : null;
            }
        }

        return null;
    }

    // "Boston won" is its club, "Chad spoke" a man: the sentence says more than the list.
    private static bool IsAnother(NameCandidate entry, NameType type) => type switch
    {
        NameType.Organization => entry.Type is ActorType.Place,
        NameType.Person => entry.Type is ActorType.Country or ActorType.Place && entry.Length == 1,
        _ => false,
    };

    private void ChooseLongest(int words)
    {
        _candidates.Sort(static (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : a.Start.CompareTo(b.Start));
        _chosen.Clear();
        CollectionsMarshal.SetCount(_covered, words);
        var covered = CollectionsMarshal.AsSpan(_covered);
        covered.Clear();
        foreach (var name in _candidates)
        {
            var place = covered[name.Start..name.End];
            if (!place.Contains(true))
            {
                _chosen.Add(name);
                place.Fill(true);
            }
        }
    }

    private void AddLooseWords(SentenceWords words, CapitalStatistics capitals)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (IsLoose(words, i))
            {
                var isPair = words.Style is CaseStyle.Sentence && i + 1 < words.Count && words[i + 1].Gap == ' ' && IsLoose(words, i + 1) && MayBeGivenName(words, capitals, i);
                _chosen.Add(new NameCandidate(i, isPair ? i + 2 : i + 1, null, null));
                i += isPair ? 1 : 0;
            }
        }
    }

    private bool IsLoose(SentenceWords words, int index) =>
        !_covered[index] && words.IsCapital(index) && words.Text(index).Length > 1 && !NameLexicon.NeverNames.Contains(words.Text(index)) && !IsPartyTag(words, index);
}
