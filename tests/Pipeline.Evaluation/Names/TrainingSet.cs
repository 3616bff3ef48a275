using System.Runtime.InteropServices;
using System.Text;
using Pipeline.Text;
using Pipeline.Text.Tagging.Actors;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>Turns labelled sentences into what the trainer learns from, by the features that the product has.</summary>
internal sealed class TrainingSet(Gazetteer gazetteer, NameLists lists, WordClusters clusters)
{
    private const uint AllMiscellaneous = 0b1111u << (1 + (4 * (int)NameType.Miscellaneous));

    // Articles differ in length: from a single line to a long report. In sentences.
    private static readonly int[] DocumentLengths = [1, 1, 5, 20];

    private readonly NameFeatures _extractor = new(gazetteer.Lexicon, lists, clusters);
    private readonly Dictionary<uint, int> _indexes = [];
    private readonly List<uint> _hashes = [];

    /// <summary>Gets the sentences.</summary>
    public List<TrainingSentence> Sentences { get; } = [];

    /// <summary>Gets the hashes of the features, by index.</summary>
    public IReadOnlyList<uint> Hashes => _hashes;

    /// <summary>Adds sentences, in groups that stand for articles.</summary>
    /// <param name="sentences">The sentences in reading order.</param>
    /// <param name="random">Chooses where groups end, and how tokens are joined.</param>
    public void Add(IReadOnlyList<LabelledSentence> sentences, Random random)
    {
        for (var start = 0; start < sentences.Count;)
        {
            var length = Math.Min(DocumentLengths[random.Next(DocumentLengths.Length)], sentences.Count - start);
            AddDocument([.. sentences.Skip(start).Take(length)], random.Next(2) == 0);
            start += length;
        }
    }

    private void AddDocument(IReadOnlyList<LabelledSentence> sentences, bool isProse)
    {
        var builder = new StringBuilder();
        var spans = new List<TextSpan[]>();
        foreach (var sentence in sentences)
        {
            spans.Add(isProse ? SentenceText.AppendProse(sentence.Tokens, builder) : SentenceText.AppendSpaced(sentence.Tokens, builder));
            builder.Append('\n');
        }

        var text = builder.ToString();
        var context = new DocumentContext(text, isEnglish: true);
        var words = new SentenceWords(gazetteer.Lexicon);
        foreach (var tokens in spans)
        {
            words.Read(text, TextSpan.FromBounds(tokens[0].Start, tokens[^1].End));
            context.Capitals.Add(words);
        }

        var known = new KnownNames();
        var features = new FeatureList();
        foreach (var (sentence, tokens) in sentences.Zip(spans))
        {
            words.Read(text, TextSpan.FromBounds(tokens[0].Start, tokens[^1].End));
            if (words.Count == 0)
            {
                continue;
            }

            known.Clear();
            KnownNameFinder.FindAll(gazetteer, context, words, known);
            _extractor.Extract(words, known, context.Capitals, features);
            Sentences.Add(Create(features, Allow(sentence, tokens, words, known, features)));
        }
    }

    private TrainingSentence Create(FeatureList features, uint[] allowed)
    {
        var indexes = new List<int>();
        var ends = new int[features.Count];
        for (var i = 0; i < features.Count; i++)
        {
            foreach (var hash in features[i])
            {
                ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_indexes, hash, out var exists);
                if (!exists)
                {
                    index = _hashes.Count;
                    _hashes.Add(hash);
                }

                indexes.Add(index);
            }

            ends[i] = indexes.Count;
        }

        return new TrainingSentence([.. indexes], ends, allowed);
    }

    private static uint[] Allow(LabelledSentence sentence, TextSpan[] tokens, SentenceWords words, KnownNames known, FeatureList features)
    {
        var allowed = new uint[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            allowed[i] = sentence.MayMiss ? AllowUnlabelled(words, i) : 1u;
        }

        foreach (var name in sentence.Names)
        {
            var (start, end) = WordsOf(TextSpan.FromBounds(tokens[name.Start].Start, tokens[name.End - 1].End), words);
            var type = name.Type;
            if (type is NameType.Person)
            {
                start = SkipTitles(words, start, end);
            }
            else if (type is NameType.Location && IsAdjective(known, start, end))
            {
                type = NameType.Miscellaneous;
            }

            if (type is null || Enumerable.Range(start, end - start).Any(i => features[i].IsEmpty))
            {
                // Of no type of ours, or written without capitals: the product does not look for it.
                continue;
            }

            for (var i = start; i < end; i++)
            {
                allowed[i] = 1u << NameLabels.Of(type.Value, i == start, i == end - 1);
            }
        }

        return allowed;
    }

    // A word that has a capital for no other reason may belong to a name that was left out.
    private static uint AllowUnlabelled(SentenceWords words, int i)
    {
        if (!words.IsCapital(i) || words.IsCommon(i) || IsTitle(words.Text(i)) || NameLexicon.CalendarWords.Contains(words.Text(i)))
        {
            return 1u;
        }

        return 1u | AllMiscellaneous;
    }

    // Some data count the title to the name, most do not.
    private static int SkipTitles(SentenceWords words, int start, int end)
    {
        while (start < end - 1 && IsTitle(words.Text(start)))
        {
            start++;
        }

        return start;
    }

    private static bool IsTitle(ReadOnlySpan<char> word) =>
        NameLexicon.Honorifics.Contains(word) || NameLexicon.AbbreviatedOffices.TryGetValue(word, out _) || NameLexicon.OfficeHeads.Contains(word) || NameLexicon.OfficeModifiers.Contains(word);

    private static bool IsAdjective(KnownNames known, int start, int end) => known.Find(start) is { IsAdjective: true } name && name.End == end;

    private static (int Start, int End) WordsOf(TextSpan span, SentenceWords words)
    {
        var start = 0;
        while (start < words.Count && words[start].End <= span.Start)
        {
            start++;
        }

        var end = start;
        while (end < words.Count && words[end].Start < span.End)
        {
            end++;
        }

        return (start, end);
    }
}
