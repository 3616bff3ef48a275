namespace Pipeline.Text.Summarization;

/// <summary>How much evidence of an article's tags its sentences hold.</summary>
internal static class TagEvidence
{
    /// <summary>Returns for each sentence the scores of the different tags that it shows, saturating to 1.</summary>
    /// <param name="sentences">The sentences, in reading order.</param>
    /// <param name="tags">The tags' scores and evidence, in reading order.</param>
    public static double[] Of(IReadOnlyList<SummaryCandidate> sentences, IEnumerable<(double Score, IEnumerable<TextSpan> Spans)> tags)
    {
        var sums = new double[sentences.Count];
        foreach (var (score, spans) in tags)
        {
            var sentence = 0;
            var counted = -1;
            foreach (var span in spans)
            {
                while (sentence < sentences.Count && sentences[sentence].Span.End <= span.Start)
                {
                    sentence++;
                }

                if (sentence < sentences.Count && sentence != counted && sentences[sentence].Span.Start <= span.Start)
                {
                    sums[sentence] += score;
                    counted = sentence;
                }
            }
        }

        return [.. sums.Select(sum => sum / (sum + 1))];
    }
}
