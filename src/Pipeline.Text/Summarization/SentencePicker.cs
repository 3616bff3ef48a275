namespace Pipeline.Text.Summarization;

/// <summary>
/// Picks sentences one by one, each the best that does not repeat what is picked already: maximal marginal relevance
/// (Carbonell and Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998).
/// </summary>
internal static class SentencePicker
{
    /// <summary>Picks sentences.</summary>
    /// <param name="table">The article's sentences.</param>
    /// <param name="weights">What features are worth.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>The sentences' indices, best first. Fewer are the first of more.</returns>
    public static List<int> Pick(SentenceTable table, SummaryWeights weights, int count)
    {
        var fit = table.Fit;
        var picked = new List<int>(count);
        var isPicked = new bool[table.Sentences.Count];
        var scores = new double[fit.Count];
        var redundancy = new double[fit.Count];
        for (var i = 0; i < fit.Count; i++)
        {
            scores[i] = table.Score(fit[i], weights);
        }

        while (picked.Count < Math.Min(count, fit.Count))
        {
            var best = -1;
            var bestScore = double.NegativeInfinity;
            for (var i = 0; i < fit.Count; i++)
            {
                var sentence = fit[i];
                var support = table.IsSupported(sentence, isPicked) ? -weights.Of(SentenceFeature.Leaning) * table.Row(sentence)[(int)SentenceFeature.Leaning] : 0;
                var score = scores[i] - (weights.Redundancy * redundancy[i]) + support;
                if (!isPicked[sentence] && score > bestScore)
                {
                    (best, bestScore) = (i, score);
                }
            }

            picked.Add(fit[best]);
            isPicked[fit[best]] = true;
            for (var i = 0; i < fit.Count; i++)
            {
                redundancy[i] = Math.Max(redundancy[i], table.Similarity(fit[i], fit[best]));
            }
        }

        return picked;
    }
}
