using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging;

/// <summary>
/// Says how strongly an article is about an issue, from the terms found. Each term counts by its weight w times how often
/// it stands, n, where a mention counts by its part of the article (title, lead, heading) and repeats count less and less;
/// the sum over the terms, E, halved where all of them are weak, is set against what an article of this length needs:
/// <code>
/// E = Σ w · n (1 + r) / (n + r)
/// score = E / (E + K · ((1 − b) + b · length / mean length))
/// </code>
/// Both forms are those of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
/// section 3). The score does not depend on the other issues of the article, so it compares between articles.
/// </summary>
internal sealed class IssueScorer(TermIndex index, TextToken[] tokens, Zone[] zones)
{
    /// <summary>The least score of an issue that an article is tagged with.</summary>
    // This number and those below were chosen on the development half of the labelled articles.
    public const double Threshold = 0.3;

    private const double TitleMention = 6;
    private const double LeadMention = 1.5;
    private const double HeadingMention = 1.5;
    private const double BodyMention = 1;
    private const double WeakAlone = 0.5;
    private const double Repeats = 10;
    private const double HalfEvidence = 4;
    private const double LengthShare = 0.85;
    private const double MeanLength = 900;

    // Enough to rank by, and few enough to read.
    private const int Decimals = 4;

    private readonly double _needed = HalfEvidence * (1 - LengthShare + (LengthShare * tokens.Length / MeanLength));

    /// <summary>Scores an issue.</summary>
    /// <param name="matches">The terms found, those that need a context too.</param>
    /// <returns>The score, from 0 to 1, and the matches that carry it.</returns>
    public (double Score, IReadOnlyList<TermMatch> Counted) Score(IReadOnlyList<TermMatch> matches)
    {
        // A term that needs a context and names none needs company of its own issue.
        var counted = matches.Any(match => !NeedsCompany(match)) ? matches : [];
        var evidence = counted
            .GroupBy(match => index.Terms[match.Term].Number)
            .Sum(term => TermOf(term.First()).Weight * Saturate(term.Sum(match => MentionIn(zones[match.Tokens.First]))));
        if (counted.All(match => TermOf(match).Kind == TermKind.Weak))
        {
            evidence *= WeakAlone;
        }

        return (Math.Round(evidence / (evidence + _needed), Decimals), counted);
    }

    private Term TermOf(TermMatch match) => index.Terms[match.Term].Term;

    private bool NeedsCompany(TermMatch match) =>
        TermOf(match) is { Kind: TermKind.NeedsContext, Requires.Count: 0 };

    private static double Saturate(double mentions) => mentions * (1 + Repeats) / (mentions + Repeats);

    private static double MentionIn(Zone zone) => zone switch
    {
        Zone.Title => TitleMention,
        Zone.Lead => LeadMention,
        Zone.Heading => HeadingMention,
        _ => BodyMention,
    };
}
