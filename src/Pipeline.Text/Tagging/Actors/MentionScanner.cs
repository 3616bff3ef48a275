using System.Runtime.InteropServices;
using Pipeline.Text.Sentences;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>Collects the mentions of an article, sentence by sentence.</summary>
internal sealed class MentionScanner(Gazetteer gazetteer, DocumentContext context)
{
    // Longer sentences are no prose; they are read in pieces, so that memory stays bounded. In UTF-16 code units.
    private const int MaxSentenceLength = 10_000;

    private const int MaxAdjectiveLength = 32;

    private readonly SentenceWords _words = new(gazetteer.Lexicon);
    private readonly List<NameCandidate> _candidates = [];
    private readonly List<NameCandidate> _chosen = [];
    private readonly List<bool> _covered = [];
    private readonly List<bool> _knownPlaces = [];

    /// <summary>Gets the mentions in reading order; those of one part do not overlap.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>Scans the sentences of a text.</summary>
    /// <param name="part">The part of the article.</param>
    /// <param name="text">Its text.</param>
    public void ScanProse(ArticlePart part, string text)
    {
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            Scan(part, text, sentence, knownOnly: false);
        }
    }

    /// <summary>Scans one sentence.</summary>
    /// <param name="part">The part of the article.</param>
    /// <param name="text">Its text.</param>
    /// <param name="sentence">The sentence in it.</param>
    /// <param name="knownOnly">Whether capitals say nothing here, as in headings: names are then found only by the gazetteer or the rest of the article.</param>
    public void Scan(ArticlePart part, string text, TextSpan sentence, bool knownOnly)
    {
        while (sentence.Length > MaxSentenceLength)
        {
            var cut = text.AsSpan(sentence.Start, MaxSentenceLength).LastIndexOf(' ');
            var length = cut > 0 ? cut : MaxSentenceLength;
            ScanPiece(part, text, new TextSpan(sentence.Start, length), knownOnly);
            sentence = TextSpan.FromBounds(sentence.Start + length, sentence.End);
        }

        ScanPiece(part, text, sentence, knownOnly);
    }

    private void ScanPiece(ArticlePart part, string text, TextSpan piece, bool knownOnly)
    {
        _words.Read(text, piece);
        _candidates.Clear();
        FindKnown();
        if (!knownOnly && context.IsEnglish && !_words.IsTitleCase())
        {
            FindByRule();
        }

        Choose();
        foreach (var name in _chosen)
        {
            AddMention(part, name);
        }
    }

    private void FindKnown()
    {
        Reset(_covered);
        Reset(_knownPlaces);
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words.IsCapital(i) || char.IsAsciiDigit(_words.Text(i)[0]))
            {
                KnownNameFinder.FindAt(gazetteer, context, _words, i, _candidates);
            }
        }

        foreach (var name in _candidates)
        {
            _knownPlaces[name.Start] |= name.Type is ActorType.Place or ActorType.Country;
            for (var i = name.Start; i < name.End && (name.Length > 1 || name.Type is not ActorType.Person); i++)
            {
                // A country or place of one word may still be part of a person's name: "Jordan Peterson", "Paris Hilton".
                _covered[i] |= name.Length > 1 || !(IsGivenName(i) || (_words.Continues(i) && IsGivenName(i - 1)));
            }
        }
    }

    private bool IsGivenName(int i) => gazetteer.Lexicon.GivenNames.Contains(_words.Text(i));

    private void FindByRule()
    {
        var covered = CollectionsMarshal.AsSpan(_covered);
        var knownPlaces = CollectionsMarshal.AsSpan(_knownPlaces);
        for (var start = 0; start < _words.Count;)
        {
            var end = RunEnd(start);
            if (end == start)
            {
                start++;
                continue;
            }

            OrganizationFinder.Find(_words, start, end, _candidates);
            PersonFinder.Find(gazetteer.Lexicon, _words, covered, start, end, _candidates);
            PlaceFinder.Find(_words, knownPlaces, start, end, _candidates);
            start = end;
        }
    }

    /// <summary>Returns the end of the run of capitalised words, and the particles between them, that starts at a word.</summary>
    private int RunEnd(int start)
    {
        var end = start;
        while (end < _words.Count && (end == start || _words.Continues(end)))
        {
            var particles = end;
            while (end > start && particles + 1 < _words.Count && NameLexicon.Particles.Contains(_words.Text(particles)) && _words.Continues(particles + 1))
            {
                particles++;
            }

            if (!_words.IsCapital(particles))
            {
                break;
            }

            end = particles + 1;
        }

        return end;
    }

    // "U.S. Defense Department" is the department that is known, after its country.
    private bool IsKnownAfterCountry(NameCandidate name)
    {
        if (name.Known is not null || name.Type is not ActorType.Organization || !_knownPlaces[name.Start])
        {
            return false;
        }

        foreach (var other in _candidates)
        {
            if (other.Known is not null && other.Start == name.Start + 1 && other.End == name.End && other.Type is ActorType.Organization)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Chooses names that do not overlap: longer ones first, then known ones, then those that come first.</summary>
    private void Choose()
    {
        _candidates.RemoveAll(IsKnownAfterCountry);
        _candidates.Sort(static (a, b) =>
            a.Length != b.Length ? b.Length.CompareTo(a.Length)
            : (a.Known is null) != (b.Known is null) ? (a.Known is null).CompareTo(b.Known is null)
            : a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : Preference(a.Type).CompareTo(Preference(b.Type)));
        _chosen.Clear();
        Reset(_covered);
        foreach (var name in _candidates)
        {
            if (_covered.IndexOf(true, name.Start, name.Length) < 0)
            {
                _chosen.Add(name);
                for (var i = name.Start; i < name.End; i++)
                {
                    _covered[i] = true;
                }
            }
        }

        AddLooseWords();
        _chosen.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    private static int Preference(ActorType type) => type switch
    {
        ActorType.Organization => 0,
        ActorType.Place => 1,
        ActorType.Person => 2,
        _ => 3,
    };

    /// <summary>Adds the capitalised words that are left: the article may have given their full names.</summary>
    private void AddLooseWords()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (!_covered[i] && _words.IsCapital(i) && _words.Text(i).Length > 1 && !IsAdjective(i) && (!NameLexicon.NeverNames.Contains(_words.Text(i)) || NameLexicon.IsMonth(_words.Text(i))))
            {
                _chosen.Add(new NameCandidate(i, i + 1, Loose, null));
            }
        }
    }

    private bool IsAdjective(int i)
    {
        var word = _words.Text(i);
        if (word.Length > MaxAdjectiveLength)
        {
            return false;
        }

        Span<char> key = stackalloc char[MaxAdjectiveLength];
        var names = gazetteer.Find(key[..NameKey.Write(word, key)]);
        return !names.IsEmpty && names[0].IsAdjective;
    }

    // Stands for "not known yet" among the candidates.
    private const ActorType Loose = (ActorType)(-1);

    private void AddMention(ArticlePart part, NameCandidate name)
    {
        var covered = CollectionsMarshal.AsSpan(_covered);
        ActorType? type = name.Type == Loose ? null : name.Type;
        var title = type is null or ActorType.Person ? OfficeReader.ReadBefore(_words, covered, name.Start) : default;
        var role = title.Role ?? (type is ActorType.Person ? OfficeReader.ReadAfter(_words, name.End) : null);
        Mentions.Add(new Mention(
            part,
            _words.Span(name.Start, name.End),
            _words.Surface(name.Start, name.End),
            type,
            name.Known,
            role,
            type is ActorType.Organization ? CueReader.ReadAcronym(_words, name.End) : null,
            CueReader.Read(_words, name, title.IsTitled)));
    }

    private void Reset(List<bool> flags)
    {
        flags.Clear();
        CollectionsMarshal.SetCount(flags, _words.Count);
        CollectionsMarshal.AsSpan(flags).Clear();
    }
}
