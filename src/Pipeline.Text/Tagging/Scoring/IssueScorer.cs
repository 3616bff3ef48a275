using Pipeline.Text.Tagging.Model;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>Gives the features of each issue that one article may be about.</summary>
internal sealed class IssueScorer
{
    // Words alone are looked at from here on; the threshold of the issue decides. Chosen on the New York Times front pages of 2003.
    private const double MinMargin = -0.8;

    // Chosen on the development half of the labelled articles.
    private const double MaxMargin = 1.5;

    // The logarithm of the odds of a density runs from about -4, one weak mention in a long article, to 2.
    private const double LeastLogOdds = -4;
    private const double MostLogOdds = 2;

    // In an article of fewer paragraphs one mention would be found everywhere. Chosen on the development half of the labelled articles.
    private const int FewParagraphs = 4;

    // A term that counts less than half says little by itself. Chosen by hand.
    private const double FullTerm = 0.5;

    // The rarity of an issue that one article in seven names: a brief does not name it in passing. Chosen by hand.
    private const double RareEnough = 2;

    // The length of a news brief, which has no room for what it is not about. Chosen by hand.
    private const double LongestShortBrief = 320;
    private const double LongestBrief = 360;

    private readonly IssueIndex _index;
    private readonly IssueModel _model;
    private readonly TaggedText _text;
    private readonly EvidenceReader _reader;
    private readonly Dictionary<int, ConceptEvidence> _evidence;
    private readonly WordJudgement _words;
    private readonly double _most;
    private readonly double _all;
    private readonly double _bestMargin;
    private readonly double _brevity;
    private readonly int _paragraphs;

    /// <summary>Initializes a new instance of the <see cref="IssueScorer"/> class.</summary>
    /// <param name="index">The issues.</param>
    /// <param name="model">What was learned.</param>
    /// <param name="text">The article.</param>
    public IssueScorer(IssueIndex index, IssueModel model, TaggedText text)
    {
        (_index, _model, _text) = (index, model, text);
        _reader = new EvidenceReader(index.Terms, text);
        _evidence = _reader.Read();
        _words = new WordJudgement(model.Words, text, Signals(index, text, _evidence));
        _most = _evidence.Values.Select(evidence => evidence.Sum).DefaultIfEmpty().Max();
        _all = _evidence.Values.Sum(evidence => evidence.Density);
        _bestMargin = Enumerable.Range(0, model.Words.Concepts.Count).Where(issue => index.ConceptOfWords(issue) is not null).Select(MarginOf).DefaultIfEmpty().Max();
        _brevity = Math.Clamp((LongestBrief - text.BodyTokens) / (LongestBrief - LongestShortBrief), 0, 1);
        _paragraphs = CountParagraphs(text);
    }

    /// <summary>Says of each issue with terms how much there is of it.</summary>
    /// <param name="index">The issues.</param>
    /// <param name="text">The article.</param>
    /// <param name="evidence">The terms of the article, by issue.</param>
    public static List<IssueSignal> Signals(IssueIndex index, TaggedText text, Dictionary<int, ConceptEvidence> evidence)
    {
        var signals = new List<IssueSignal>(evidence.Count);
        foreach (var terms in evidence.Values.OrderBy(terms => terms.Concept))
        {
            var first = Array.FindIndex(terms.Mentions, mention => text.SpanOf(mention.Match.Tokens) is not null);
            signals.Add(new IssueSignal(index.HashOf(terms.Concept), terms.Density, first < 0 ? null : terms.Mentions[first].Match.Tokens));
        }

        return signals;
    }

    /// <summary>Gives the issues that anything speaks for, by index.</summary>
    public IEnumerable<IssueCandidate> Candidates()
    {
        var concepts = new SortedSet<int>(_evidence.Keys);
        foreach (var concept in _evidence.Keys)
        {
            concepts.UnionWith(_index.BroaderOf(concept));
        }

        for (var issue = 0; issue < _model.Words.Concepts.Count; issue++)
        {
            if (_words.MarginOf(issue) >= MinMargin && _index.ConceptOfWords(issue) is { } concept)
            {
                concepts.Add(concept);
            }
        }

        return concepts.Select(Candidate);
    }

    private IssueCandidate Candidate(int concept)
    {
        var own = _evidence.GetValueOrDefault(concept) ?? ConceptEvidence.None(concept);
        var narrower = DensestOf(_index.NarrowerOf(concept));
        var features = default(IssueFeatures);
        features[IssueFeature.Bias] = 1;
        if (own.Sum > 0)
        {
            AddTerms(own, ref features);
        }

        features[IssueFeature.Narrower] = narrower?.Density ?? 0;
        features[IssueFeature.Related] = Math.Min(1, SumOf(_index.RelatedTo(concept)));
        features[IssueFeature.Broader] = DensestOf(_index.BroaderOf(concept))?.Density ?? 0;
        features[IssueFeature.IsPart] = _index.BroaderOf(concept).Length > 0 ? 1 : 0;
        features[IssueFeature.Others] = _all - own.Density;
        var known = _index.WordsOfConcept(concept);
        if (known is { } issue)
        {
            features[IssueFeature.Words] = MarginOf(issue);
            features[IssueFeature.WordsKnown] = 1;
            features[IssueFeature.WordsBehind] = MarginOf(issue) - _bestMargin;
        }

        return new IssueCandidate(concept, features, own, narrower, known is { } words ? _words.For(words) : []);
    }

    /// <summary>Counts the paragraphs without those of the FAQ, which stands last.</summary>
    private static int CountParagraphs(TaggedText text)
    {
        var count = 0;
        for (var i = 0; i < text.Tokens.Length && text.Zones[i] != Zone.Faq; i++)
        {
            count += i == 0 || text.Tokens[i].Paragraph != text.Tokens[i - 1].Paragraph ? 1 : 0;
        }

        return count;
    }

    /// <summary>Gives the evidence of the issue that has most; of equal ones the first; null where none has any.</summary>
    private ConceptEvidence? DensestOf(int[] concepts)
    {
        ConceptEvidence? densest = null;
        foreach (var concept in concepts)
        {
            if (_evidence.TryGetValue(concept, out var evidence) && !(evidence.Density <= densest?.Density))
            {
                densest = evidence;
            }
        }

        return densest;
    }

    private double SumOf(int[] concepts)
    {
        var sum = 0.0;
        foreach (var concept in concepts)
        {
            sum += _evidence.GetValueOrDefault(concept)?.Density ?? 0;
        }

        return sum;
    }

    private double MarginOf(int issue) => Math.Clamp(_words.MarginOf(issue), -MaxMargin, MaxMargin);

    private void AddTerms(ConceptEvidence evidence, ref IssueFeatures features)
    {
        var (isWeak, isPlain, paragraphs, paragraph) = (true, false, 0, -1);
        foreach (var mention in evidence.Mentions)
        {
            var term = _reader.TermOf(mention);
            var first = mention.Match.Tokens.First;
            var isFull = term.Kind != TermKind.Weak && term.Weight >= FullTerm;
            var zone = _text.Zones[first];
            isWeak &= term.Kind == TermKind.Weak;
            isPlain |= isFull && mention.Weight >= 1 && _text.SpanOf(mention.Match.Tokens) is not null;
            if (isFull && mention.Listed)
            {
                features[IssueFeature.Agenda] = 1;
            }

            if (zone is Zone.Title or Zone.Lead)
            {
                var feature = zone == Zone.Title ? IssueFeature.Title : IssueFeature.Lead;
                features[feature] = Math.Max(features[feature], term.Weight * Math.Min(1, mention.Weight));
            }

            // The mentions come by place.
            if (zone != Zone.Faq && _text.Tokens[first].Paragraph != paragraph)
            {
                (paragraph, paragraphs) = (_text.Tokens[first].Paragraph, paragraphs + 1);
            }
        }

        features[IssueFeature.Density] = Math.Clamp(Math.Log(evidence.Density / (1 - evidence.Density)), LeastLogOdds, MostLogOdds) - LeastLogOdds;
        features[IssueFeature.Rarity] = _model.FactsOf(_index.IdOf(evidence.Concept)).Rarity;
        features[IssueFeature.Brief] = isPlain ? _brevity * Math.Clamp(features[IssueFeature.Rarity] / RareEnough, 0, 1) : 0;
        features[IssueFeature.Variety] = Math.Log(evidence.Terms);
        features[IssueFeature.WeakAlone] = isWeak ? 1 : 0;
        features[IssueFeature.Dominance] = evidence.Sum / _most;
        features[IssueFeature.Spread] = (double)paragraphs / Math.Max(FewParagraphs, _paragraphs);
    }
}
