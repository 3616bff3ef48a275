using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization;

/// <summary>Scores sentences by where they stand, what they share with the rest of the article, and how well they stand alone.</summary>
internal sealed class SentenceScorer
{
    // From 12 words on a sentence is not short. The length of 22 is that of news prose; up to four times that, a longer one is worse.
    private const double FullSentenceWords = 12;
    private const double TypicalWords = 22;
    private const double MaxLengthRatio = 4;

    private readonly SummaryWeights _weights;
    private readonly string _text;
    private readonly IReadOnlyList<SummaryCandidate> _candidates;
    private readonly TermVector[] _vectors;
    private readonly double[] _centroid;
    private readonly TermVector? _title;
    private readonly double[] _issues;
    private readonly double[] _actors;

    public SentenceScorer(
        SummaryWeights weights, Article article, IReadOnlyList<SummaryCandidate> candidates, TermReader terms, IReadOnlyList<IssueTag> issues, IReadOnlyList<ActorTag> actors)
    {
        _weights = weights;
        _text = article.Text;
        _candidates = candidates;
        var title = article is { Title: { } text, TitleDerived: false } ? terms.Read(text, out _) : null;
        var importance = Importance(candidates, terms.Count);
        _vectors = [.. candidates.Select(candidate => TermVector.Create(candidate.Terms, importance))];
        _title = title is null ? null : TermVector.Create(title, importance);
        _centroid = Centroid(_vectors, terms.Count);
        _issues = Evidence(candidates, issues.Select(issue => (issue.Score, issue.Evidence)));
        _actors = Evidence(candidates, actors.Select(actor => (actor.Score, actor.Evidence)));
    }

    /// <summary>Returns how good a sentence is for a summary.</summary>
    /// <param name="index">The sentence.</param>
    public double Score(int index)
    {
        var candidate = _candidates[index];
        var vector = _vectors[index];
        var score = (_weights.Position * Math.Exp(-index / _weights.PositionDecay))
            + (_weights.Centrality * vector.Product(_centroid))
            + (_weights.Issues * _issues[index])
            + (_weights.Actors * _actors[index])
            - (_weights.Length * Math.Min(MaxLengthRatio, candidate.WordCount / TypicalWords))
            - (_weights.Shortness * Math.Max(0, 1 - (candidate.WordCount / FullSentenceWords)));
        score += _title is null ? 0 : _weights.Title * vector.Similarity(_title);
        score += candidate.StartsParagraph ? _weights.ParagraphStart : 0;
        score -= candidate.IsListItem ? _weights.ListItem : 0;
        score -= IsQuotation(candidate) ? _weights.Quotation : 0;
        return score;
    }

    /// <summary>Returns what a sentence loses for starting with "He", "But" or the like; nothing where the one before it is in the summary.</summary>
    /// <param name="index">The sentence.</param>
    public double LeaningPenalty(int index)
    {
        var sentence = _text.AsSpan(_candidates[index].Span.Start, _candidates[index].Span.Length).TrimStart("\"'“‘( ");
        var end = 0;
        while (end < sentence.Length && char.IsLetter(sentence[end]))
        {
            end++;
        }

        return StopWords.Leans(sentence[..end]) ? _weights.Leaning : 0;
    }

    /// <summary>Returns how much two sentences say the same, from 0 to 1.</summary>
    /// <param name="a">One sentence.</param>
    /// <param name="b">The other.</param>
    public double Similarity(int a, int b) => _vectors[a].Similarity(_vectors[b]);

    // A term counts more the more often the article has it, and nothing where more than half of many sentences do.
    private static double[] Importance(IReadOnlyList<SummaryCandidate> candidates, int termCount)
    {
        const int FewSentences = 10;
        var sentences = new int[termCount];
        foreach (var candidate in candidates)
        {
            foreach (var term in candidate.Terms.Distinct())
            {
                sentences[term]++;
            }
        }

        var common = Math.Max(FewSentences, candidates.Count) / 2;
        return [.. sentences.Select(count => count > common ? 0 : Math.Log(1 + (double)candidates.Count / Math.Max(count, 1)))];
    }

    private static double[] Centroid(TermVector[] vectors, int termCount)
    {
        var centroid = new double[termCount];
        foreach (var vector in vectors)
        {
            vector.AddTo(centroid);
        }

        var norm = Math.Sqrt(centroid.Sum(weight => weight * weight));
        return norm > 0 ? [.. centroid.Select(weight => weight / norm)] : centroid;
    }

    // The scores of the different tags that a sentence shows, saturating to 1.
    private static double[] Evidence(IReadOnlyList<SummaryCandidate> candidates, IEnumerable<(double Score, IReadOnlyList<TextSpan> Spans)> tags)
    {
        var sums = new double[candidates.Count];
        foreach (var (score, spans) in tags)
        {
            var sentence = 0;
            var counted = -1;
            foreach (var span in spans)
            {
                while (sentence < candidates.Count && candidates[sentence].Span.End <= span.Start)
                {
                    sentence++;
                }

                if (sentence < candidates.Count && sentence != counted && candidates[sentence].Span.Start <= span.Start)
                {
                    sums[sentence] += score;
                    counted = sentence;
                }
            }
        }

        return [.. sums.Select(sum => sum / (sum + 1))];
    }

    private bool IsQuotation(SummaryCandidate candidate) => _text[candidate.Span.Start] is '"' or '“' or '\'' or '‘' or '`' or '«' or '„';
}
