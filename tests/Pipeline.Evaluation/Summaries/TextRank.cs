using Pipeline.Text.Sentences;

namespace Pipeline.Evaluation.Summaries;

/// <summary>
/// TextRank for sentences as it was published (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004): the words that two sentences
/// share over the logarithms of their lengths, and the power iteration of PageRank with a damping of 0.85.
/// </summary>
internal static class TextRank
{
    private const double Damping = 0.85;
    private const double Precision = 1e-4;
    private const int MaxIterations = 100;

    /// <summary>Ranks the sentences of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">How many are wanted.</param>
    /// <returns>The positions of the best sentences, in their order.</returns>
    public static int[] Summarize(string text, int sentences)
    {
        HashSet<string>[] words = [.. SentenceSplitter.Split(text).Select(span => Words(text.Substring(span.Start, span.Length)))];
        var scores = Rank(Weights(words));
        return [.. Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).Take(sentences).Order()];
    }

    private static HashSet<string> Words(string sentence) =>
        [.. sentence.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '"', '(', ')')).Where(word => word.Length > 0)];

    private static double[][] Weights(HashSet<string>[] words)
    {
        double[][] weights = [.. words.Select(_ => new double[words.Length])];
        for (var i = 0; i < words.Length; i++)
        {
            for (var j = i + 1; j < words.Length; j++)
            {
                var lengths = Math.Log(words[i].Count) + Math.Log(words[j].Count);
                weights[i][j] = weights[j][i] = lengths > 0 ? words[i].Count(words[j].Contains) / lengths : 0;
            }
        }

        return weights;
    }

    private static double[] Rank(double[][] weights)
    {
        double[] sums = [.. weights.Select(row => row.Sum())];
        double[] scores = [.. weights.Select(_ => 1.0)];
        var change = double.MaxValue;
        for (var iteration = 0; iteration < MaxIterations && change > Precision; iteration++)
        {
            double[] next = [.. weights.Select((_, i) => 1 - Damping + (Damping * weights.Select((row, j) => sums[j] > 0 ? row[i] / sums[j] * scores[j] : 0).Sum()))];
            change = next.Zip(scores, (one, other) => Math.Abs(one - other)).DefaultIfEmpty(0).Max();
            scores = next;
        }

        return scores;
    }
}
