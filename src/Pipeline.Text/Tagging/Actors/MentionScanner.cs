using Pipeline.Text.Sentences;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>Collects the mentions of an article, sentence by sentence, in two passes: how the article writes its words, then its names.</summary>
internal sealed class MentionScanner(Gazetteer gazetteer, NameLists lists, NameRecognizer recognizer, DocumentContext context)
{
    // Longer sentences are no prose; they are read in pieces, so that memory stays bounded. In UTF-16 code units.
    private const int MaxSentenceLength = 10_000;

    private readonly List<(ArticlePart Part, string Text, TextSpan Span)> _sentences = [];
    private readonly SentenceWords _words = new(gazetteer.Lexicon);
    private readonly KnownNames _known = new();
    private readonly List<RecognizedName> _recognized = [];
    private readonly NameChooser _chooser = new(gazetteer.Lexicon, lists);
    private readonly List<Mention> _mentions = [];

    /// <summary>Adds the sentences of a text.</summary>
    /// <param name="part">The part of the article.</param>
    /// <param name="text">Its text.</param>
    /// <param name="block">The paragraph, heading or row in it.</param>
    public void Add(ArticlePart part, string text, TextSpan block)
    {
        foreach (var sentence in SentenceSplitter.Split(text.AsSpan(block.Start, block.Length)))
        {
            AddSentence(part, text, new TextSpan(block.Start + sentence.Start, sentence.Length));
        }
    }

    /// <summary>Finds the names in all that was added.</summary>
    /// <returns>The mentions in reading order; those of one part do not overlap.</returns>
    public IReadOnlyList<Mention> Scan()
    {
        foreach (var (_, text, span) in _sentences)
        {
            _words.Read(text, span);
            context.Capitals.Add(_words);
        }

        foreach (var (part, text, span) in _sentences)
        {
            _words.Read(text, span);
            ScanSentence(part);
        }

        return _mentions;
    }

    private void AddSentence(ArticlePart part, string text, TextSpan sentence)
    {
        while (sentence.Length > MaxSentenceLength)
        {
            var cut = text.AsSpan(sentence.Start, MaxSentenceLength).LastIndexOf(' ');
            var length = cut > 0 ? cut : MaxSentenceLength;
            _sentences.Add((part, text, new TextSpan(sentence.Start, length)));
            sentence = TextSpan.FromBounds(sentence.Start + length, sentence.End);
        }

        _sentences.Add((part, text, sentence));
    }

    private void ScanSentence(ArticlePart part)
    {
        _known.Clear();
        KnownNameFinder.FindAll(gazetteer, context, _words, _known);
        if (context.IsEnglish)
        {
            recognizer.Recognize(_words, _known, context.Capitals, _recognized);
        }

        var names = _chooser.Choose(_words, context, _known, context.IsEnglish ? _recognized : null);
        var countries = CountriesOf(names);
        foreach (var name in names)
        {
            _mentions.Add(CreateMention(part, name, countries));
        }
    }

    private Mention CreateMention(ArticlePart part, NameCandidate name, SentenceCountries countries)
    {
        var mayBePerson = name.Type is null or ActorType.Person;
        var title = mayBePerson ? OfficeReader.ReadBefore(_words, _chooser.Covered, name.Start) : default;
        var role = title.Role ?? (name.Type is ActorType.Person ? OfficeReader.ReadAfter(_words, name.End) : null);
        return new Mention(
            part,
            _words.Span(name.Start, name.End),
            _words.Surface(name.Start, name.End),
            name.Type,
            name.Known,
            role,
            name.Type is ActorType.Organization ? CueReader.ReadAcronym(_words, name.End) : null,
            CueReader.Read(_words, name, title.IsTitled, MayBeGivenName(name, countries)));
    }

    private static SentenceCountries CountriesOf(IReadOnlyList<NameCandidate> names)
    {
        string? first = null;
        foreach (var name in names)
        {
            if (name.Known?.Country is { } country && country != first)
            {
                if (first is not null)
                {
                    return new SentenceCountries(first, AreSeveral: true);
                }

                first = country;
            }
        }

        return new SentenceCountries(first, AreSeveral: false);
    }

    // "Chad", "Jordan", unless another country or a place in one stands beside them.
    private bool MayBeGivenName(NameCandidate name, SentenceCountries countries) =>
        name is { Type: ActorType.Country, IsAdjective: false, Length: 1 } && gazetteer.Lexicon.GivenNames.Contains(_words.Text(name.Start))
        && !countries.AreSeveral && (countries.First is null || countries.First == name.Known?.Country);

    /// <summary>The countries of a sentence's names and of the places that they name.</summary>
    /// <param name="First">The first one; null where there is none.</param>
    /// <param name="AreSeveral">Whether there is another one.</param>
    private readonly record struct SentenceCountries(string? First, bool AreSeveral);
}
