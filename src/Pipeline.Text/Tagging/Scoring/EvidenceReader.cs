using System.Runtime.InteropServices;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>
/// Weighs the terms of each issue found in an article. Each term counts by its weight w times how often it stands, n, where a
/// mention counts by its part of the article (title, lead, heading, FAQ) and by what it is said for, and repeats count less
/// and less; the sum over the terms, E, halved where all of them are weak, is set against what an article of this length needs:
/// <code>
/// E = Σ w · n (1 + r) / (n + r)
/// density = E / (E + K · ((1 − b) + b · length / mean length))
/// </code>
/// Both forms are those of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
/// section 3).
/// </summary>
internal sealed class EvidenceReader
{
    // These numbers were chosen on the development half of the labelled articles.
    private const double TitleMention = 6;
    private const double LeadMention = 1.5;
    private const double HeadingMention = 1.5;
    private const double FaqMention = 0.5;
    private const double BodyMention = 1;
    private const double WeakAlone = 0.5;
    private const double Repeats = 10;
    private const double HalfEvidence = 4;
    private const double LengthShare = 0.85;
    private const double MeanLength = 900;

    private readonly TermIndex _index;
    private readonly TaggedText _text;
    private readonly IncidentalMentions _incidental;
    private readonly double _needed;

    /// <summary>Initializes a new instance of the <see cref="EvidenceReader"/> class.</summary>
    /// <param name="index">The terms.</param>
    /// <param name="text">The article.</param>
    public EvidenceReader(TermIndex index, TaggedText text)
    {
        _index = index;
        _text = text;
        _incidental = new IncidentalMentions(text);
        _needed = HalfEvidence * (1 - LengthShare + (LengthShare * text.BodyTokens / MeanLength));
    }

    /// <summary>Finds and weighs all terms.</summary>
    /// <returns>The issues with mentions that count, by index.</returns>
    public Dictionary<int, ConceptEvidence> Read()
    {
        var found = new TermFinder(_index, _text.Words).Find();
        var agenda = new AgendaSentences(_text, found);
        var evidence = new Dictionary<int, ConceptEvidence>(found.Count);
        var terms = new Dictionary<int, (Term Term, double Mentions)>();
        foreach (var (concept, matches) in found)
        {
            // A term that needs a context and names none needs company of its own issue.
            if (!matches.TrueForAll(NeedsCompany))
            {
                terms.Clear();
                evidence.Add(concept, Weigh(concept, [.. matches.ConvertAll(match => MentionOf(match, agenda))], terms));
            }
        }

        return evidence;
    }

    /// <summary>Gets the term of a mention.</summary>
    public Term TermOf(Mention mention) => TermOf(mention.Match);

    /// <summary>Weighs the mentions of an issue.</summary>
    /// <param name="concept">The issue.</param>
    /// <param name="mentions">The mentions.</param>
    /// <param name="terms">Where what each term weighs is kept meanwhile; empty.</param>
    private ConceptEvidence Weigh(int concept, Mention[] mentions, Dictionary<int, (Term Term, double Mentions)> terms)
    {
        var isWeak = true;
        foreach (var mention in mentions)
        {
            var term = TermOf(mention);
            ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, _index.Terms[mention.Match.Term].Number, out _);
            weight = (term, weight.Mentions + mention.Weight);
            isWeak &= term.Kind == TermKind.Weak;
        }

        var sum = 0.0;
        foreach (var (term, weight) in terms.Values)
        {
            sum += term.Weight * Saturate(weight);
        }

        sum *= isWeak ? WeakAlone : 1;
        return new ConceptEvidence(concept, mentions, terms.Count, sum, sum / (sum + _needed));
    }

    private Mention MentionOf(TermMatch match, AgendaSentences agenda)
    {
        var zone = _text.Zones[match.Tokens.First];
        var part = zone switch
        {
            Zone.Title => TitleMention,
            Zone.Lead => LeadMention,
            Zone.Heading => HeadingMention,
            Zone.Faq => FaqMention,
            _ => BodyMention,
        };
        if (zone == Zone.Title)
        {
            return new Mention(match, part, Listed: false);
        }

        var isListed = agenda.Lists(match.Tokens);
        return new Mention(match, part * (isListed ? 1 : _incidental.Weigh(match.Tokens)), isListed);
    }

    private Term TermOf(TermMatch match) => _index.Terms[match.Term].Term;

    private bool NeedsCompany(TermMatch match) =>
        TermOf(match) is { Kind: TermKind.NeedsContext, Requires.Count: 0 };

    private static double Saturate(double mentions) => mentions * (1 + Repeats) / (mentions + Repeats);
}
