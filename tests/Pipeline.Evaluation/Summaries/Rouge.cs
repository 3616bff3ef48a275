namespace Pipeline.Evaluation.Summaries;

/// <summary>
/// ROUGE of summaries, each a mean over the references (C.-Y. Lin, "ROUGE: A Package for Automatic Evaluation of
/// Summaries", 2004): of single words, of pairs, and of the union of longest common subsequences of the lines.
/// </summary>
/// <param name="Unigrams">ROUGE-1.</param>
/// <param name="Bigrams">ROUGE-2.</param>
/// <param name="Lines">ROUGE-L of a summary, known as ROUGE-Lsum.</param>
internal sealed record Rouge(RougeScore Unigrams, RougeScore Bigrams, RougeScore Lines)
{
    /// <summary>Gets the mean of the three F scores.</summary>
    public double Mean => (Unigrams.F1 + Bigrams.F1 + Lines.F1) / 3;

    /// <summary>Scores a summary.</summary>
    public static Rouge Of(RougeText summary, IReadOnlyList<RougeText> references) => new(
        RougeScore.MeanOf([.. references.Select(reference => OfRuns(summary, reference, 1))]),
        RougeScore.MeanOf([.. references.Select(reference => OfRuns(summary, reference, 2))]),
        RougeScore.MeanOf([.. references.Select(reference => OfLines(summary, reference))]));

    /// <summary>Returns the means over summaries.</summary>
    public static Rouge MeanOf(IReadOnlyList<Rouge> scores) => new(
        RougeScore.MeanOf([.. scores.Select(score => score.Unigrams)]),
        RougeScore.MeanOf([.. scores.Select(score => score.Bigrams)]),
        RougeScore.MeanOf([.. scores.Select(score => score.Lines)]));

    private static RougeScore OfRuns(RougeText summary, RougeText reference, int length)
    {
        var found = summary.Count(length);
        var wanted = reference.Count(length);
        return RougeScore.Of(found.Sum(run => Math.Min(run.Value, wanted.GetValueOrDefault(run.Key))), found.Values.Sum(), wanted.Values.Sum());
    }

    private static RougeScore OfLines(RougeText summary, RougeText reference)
    {
        var found = summary.Count(1);
        var wanted = reference.Count(1);
        var hits = 0;
        foreach (var line in reference.Lines)
        {
            var common = new bool[line.Length];
            foreach (var other in summary.Lines)
            {
                MarkCommonSubsequence(line, other, common);
            }

            for (var i = 0; i < line.Length; i++)
            {
                if (common[i] && found.GetValueOrDefault(line[i]) > 0 && wanted[line[i]] > 0)
                {
                    hits++;
                    found[line[i]]--;
                    wanted[line[i]]--;
                }
            }
        }

        return RougeScore.Of(hits, summary.Words.Length, reference.Words.Length);
    }

    private static void MarkCommonSubsequence(string[] line, string[] other, bool[] common)
    {
        var lengths = new int[line.Length + 1, other.Length + 1];
        for (var i = 1; i <= line.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                lengths[i, j] = line[i - 1] == other[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        for (int i = line.Length, j = other.Length; i > 0 && j > 0;)
        {
            if (line[i - 1] == other[j - 1])
            {
                common[--i] = true;
                j--;
            }
            else if (lengths[i, j - 1] > lengths[i - 1, j])
            {
                j--;
            }
            else
            {
                i--;
            }
        }
    }
}
