using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Scoring;

/// <summary>Orders what shows an issue by how much of its score each part carried.</summary>
/// <param name="index">The issues.</param>
/// <param name="weights">The weights of the features.</param>
/// <param name="text">The article.</param>
internal sealed class EvidenceRanking(IssueIndex index, ScoreWeights weights, TaggedText text)
{
    /// <summary>The most mentions of its own terms, and again of a narrower issue's, that are shown for one issue: those that carried most.</summary>
    public const int MaxMentions = 1000;

    // Enough to see why; the words after them carry little each. Chosen by looking at development articles.
    private const int MaxWords = 5;
    private const double MinWordShare = 0.02;

    // Enough to order by, and few enough to read.
    private const int Decimals = 4;

    /// <summary>Gives the evidence in the article's own text, what carried most first; of equal parts the first in the text.</summary>
    /// <param name="candidate">The issue.</param>
    public IReadOnlyList<IssueEvidence> Rank(IssueCandidate candidate)
    {
        (TokenRange Tokens, double Contribution)[] words = [.. candidate.Words];
        var ofTerms = candidate.Own.Mentions.Length > 0 ? weights.OfTerms(candidate.Features) : 0;
        var ofNarrower = weights[IssueFeature.Narrower] * candidate.Features[IssueFeature.Narrower];
        var ofWords = weights[IssueFeature.Words] * words.Sum(word => word.Contribution);
        var total = ofTerms + ofNarrower + ofWords;
        var evidence = new List<IssueEvidence>();
        AddMentions(evidence, candidate.Own, ofTerms / total, issue: null);
        if (candidate.Narrower is { } narrower)
        {
            AddMentions(evidence, narrower, ofNarrower / total, index.IdOf(narrower.Concept));
        }

        AddWords(evidence, words, weights[IssueFeature.Words] / total);
        evidence.Sort(static (a, b) => a.Share != b.Share ? b.Share.CompareTo(a.Share) : a.Start.CompareTo(b.Start));
        return evidence;
    }

    private void AddMentions(List<IssueEvidence> evidence, ConceptEvidence mentions, double shareOfAll, string? issue)
    {
        var total = mentions.Mentions.Sum(Carried);
        var shown = mentions.Mentions
            .Where(mention => text.SpanOf(mention.Match.Tokens) is not null)
            .OrderByDescending(Carried)
            .ThenBy(mention => mention.Match.Tokens.First)
            .Take(MaxMentions);
        foreach (var mention in shown)
        {
            var span = text.SpanOf(mention.Match.Tokens)!.Value;
            if (!Overlaps(evidence, span))
            {
                var share = Round(shareOfAll * Carried(mention) / total);
                evidence.Add(new IssueEvidence(span.Start, span.Length, EvidenceKind.Term, share, index.Terms.WordsOf(mention.Match), issue));
            }
        }
    }

    private double Carried(Mention mention) => mention.Weight * index.Terms.Terms[mention.Match.Term].Term.Weight;

    private void AddWords(List<IssueEvidence> evidence, IEnumerable<(TokenRange Tokens, double Contribution)> words, double share)
    {
        var left = MaxWords;
        foreach (var (tokens, contribution) in words)
        {
            var span = text.SpanOf(tokens)!.Value;
            if (left == 0 || (contribution * share < MinWordShare && evidence.Count > 0))
            {
                break;
            }

            if (!Overlaps(evidence, span))
            {
                evidence.Add(new IssueEvidence(span.Start, span.Length, EvidenceKind.Model, Round(contribution * share)));
                left--;
            }
        }
    }

    private static bool Overlaps(List<IssueEvidence> evidence, TextSpan span) =>
        evidence.Exists(other => other.Start < span.End && span.Start < other.End);

    private static double Round(double share) => Math.Round(Math.Clamp(share, 0, 1), Decimals);
}
