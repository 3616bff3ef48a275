using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>
/// Knows sentences that list what something is about: "The talks will cover a range of issues, including trade, fentanyl and
/// Taiwan." What stands there is stated as a subject, however short the mention.
/// </summary>
internal sealed class AgendaSentences
{
    // Three stand in many sentences that only explain. Chosen on the development half of the labelled articles.
    private const int MinItems = 4;

    private static readonly string[] CueWords =
    [
        "issue", "topic", "agenda", "subject", "priority", "priorities", "concern", "matter", "challenge", "question", "problem",
        "discuss", "discussion", "speak", "include", "cover", "address", "raise", "talk", "debate", "focus", "tackle",
    ];

    private static readonly PhraseMatcher Cues = Build();

    private readonly TextToken[] _tokens;
    private readonly Dictionary<int, int> _cueOfSentence = [];
    private readonly HashSet<int> _sentences = [];

    /// <summary>Initializes a new instance of the <see cref="AgendaSentences"/> class.</summary>
    /// <param name="text">The article.</param>
    /// <param name="found">The terms found, by issue.</param>
    public AgendaSentences(TaggedText text, IReadOnlyList<(int Concept, List<TermMatch> Matches)> found)
    {
        _tokens = text.Tokens;
        foreach (var cue in Cues.Match(text.Words))
        {
            _cueOfSentence.TryAdd(_tokens[cue.First].Sentence, cue.First);
        }

        // The items of a list: each stretch between two commas that names an issue.
        var items = new HashSet<(int Sentence, int Item)>();
        var itemOf = CountBreaks(_tokens);
        foreach (var match in found.SelectMany(concept => concept.Matches).Where(match => IsAfterCue(match.Tokens)))
        {
            items.Add((_tokens[match.Tokens.First].Sentence, itemOf[match.Tokens.First]));
        }

        _sentences.UnionWith(items.CountBy(item => item.Sentence).Where(sentence => sentence.Value >= MinItems).Select(sentence => sentence.Key));
    }

    /// <summary>Says whether a mention is one of those that such a sentence lists.</summary>
    /// <param name="mention">The mention.</param>
    public bool Lists(TokenRange mention) => _sentences.Contains(_tokens[mention.First].Sentence) && IsAfterCue(mention);

    private bool IsAfterCue(TokenRange mention) =>
        _cueOfSentence.TryGetValue(_tokens[mention.First].Sentence, out var cue) && mention.First > cue;

    private static int[] CountBreaks(TextToken[] tokens)
    {
        var breaks = new int[tokens.Length];
        for (var i = 1; i < breaks.Length; i++)
        {
            breaks[i] = breaks[i - 1] + (tokens[i].AfterBreak ? 1 : 0);
        }

        return breaks;
    }

    private static PhraseMatcher Build()
    {
        var builder = new PhraseMatcherBuilder();
        foreach (var cue in CueWords)
        {
            builder.Add([PhraseWord.Create(cue, Inflection.Verb, matchCase: false)]);
        }

        return builder.Build();
    }
}
