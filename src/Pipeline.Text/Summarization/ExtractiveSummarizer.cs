using Pipeline.Text.Tagging;

namespace Pipeline.Text.Summarization;

/// <summary>
/// Summarises an article by its own sentences: each is scored, then they are picked one by one, the best that does not
/// repeat what is picked already.
/// </summary>
/// <remarks>
/// Sentences are picked by maximal marginal relevance (Carbonell and Goldstein, "The Use of MMR, Diversity-Based
/// Reranking", SIGIR 1998). Headings, fragments, bylines, questions and page furniture are left out where anything else
/// is there. The work grows linearly with the text; only the first 1,000 sentences are considered, and a sentence
/// of more than 1,000 characters is quoted only where there is no other, and then cut after a word.
/// </remarks>
public sealed class ExtractiveSummarizer(SummaryOptions options)
{
    internal SummaryWeights Weights { get; init; } = new();

    /// <summary>Summarises an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="issues">Its issues.</param>
    /// <param name="actors">Its actors.</param>
    /// <returns>
    /// At most <see cref="SummaryOptions.MaxCandidates"/> candidates, best first. An article of no more sentences than
    /// <see cref="SummaryOptions.MaxSentences"/> is given whole.
    /// </returns>
    public Summary Summarize(Article article, IReadOnlyList<IssueTag> issues, IReadOnlyList<ActorTag> actors)
    {
        var terms = new TermReader();
        var candidates = CandidateReader.Read(article, terms);
        if (candidates.Count <= options.MaxSentences)
        {
            return ToSummary(article, candidates.Take(options.MaxCandidates));
        }

        var scorer = new SentenceScorer(Weights, article, candidates, terms, issues, actors);
        var fit = candidates.FindAll(candidate => CandidateReader.IsFit(article, candidate));
        return ToSummary(article, Pick(fit.Count > 0 ? fit : candidates, candidates.Count, scorer));
    }

    private static Summary ToSummary(Article article, IEnumerable<SummaryCandidate> picked) =>
        new([.. picked.Select(candidate => new SummarySentence(
            article.Text.Substring(candidate.Span.Start, candidate.Span.Length), candidate.Span.Start, candidate.Span.Length))]);

    private List<SummaryCandidate> Pick(List<SummaryCandidate> fit, int sentenceCount, SentenceScorer scorer)
    {
        var picked = new List<SummaryCandidate>(options.MaxCandidates);
        var isPicked = new bool[sentenceCount];
        var scores = fit.ConvertAll(candidate => scorer.Score(candidate.Index));
        var leaning = fit.ConvertAll(candidate => scorer.LeaningPenalty(candidate.Index));
        var redundancy = new double[fit.Count];
        while (picked.Count < Math.Min(options.MaxCandidates, fit.Count))
        {
            var best = -1;
            var bestScore = double.NegativeInfinity;
            for (var i = 0; i < fit.Count; i++)
            {
                var index = fit[i].Index;
                var leans = index > 0 && !isPicked[index - 1] ? leaning[i] : 0;
                var score = scores[i] - (Weights.Redundancy * redundancy[i]) - leans;
                if (!isPicked[index] && score > bestScore)
                {
                    (best, bestScore) = (i, score);
                }
            }

            picked.Add(fit[best]);
            isPicked[fit[best].Index] = true;
            for (var i = 0; i < fit.Count; i++)
            {
                redundancy[i] = Math.Max(redundancy[i], scorer.Similarity(fit[i].Index, fit[best].Index));
            }
        }

        return picked;
    }
}
