namespace Pipeline.Evaluation.Summaries;

/// <summary>Precision, recall and their harmonic mean, from 0 to 1.</summary>
internal readonly record struct RougeScore(double Precision, double Recall, double F1)
{
    /// <summary>Scores counts.</summary>
    public static RougeScore Of(int hits, int found, int wanted)
    {
        var precision = found > 0 ? (double)hits / found : 0;
        var recall = wanted > 0 ? (double)hits / wanted : 0;
        return new RougeScore(precision, recall, hits > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    /// <summary>Returns the means of all three.</summary>
    public static RougeScore MeanOf(IReadOnlyList<RougeScore> scores) =>
        new(scores.Average(score => score.Precision), scores.Average(score => score.Recall), scores.Average(score => score.F1));
}
