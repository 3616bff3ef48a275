namespace Pipeline.Evaluation.Sentences;

/// <summary>How well the ends of sentences within texts are found.</summary>
/// <param name="N">How many texts.</param>
/// <param name="Boundaries">How many ends the labels have, those of the texts not counted.</param>
/// <param name="Precision">The part of the ends found that the labels have.</param>
/// <param name="Recall">The part of the labels' ends that is found.</param>
/// <param name="F1">The harmonic mean of both.</param>
/// <param name="TextsAllRight">The part of the texts with all ends right.</param>
internal sealed record SentenceScore(int N, int Boundaries, double Precision, double Recall, double F1, double TextsAllRight)
{
    /// <summary>Scores texts.</summary>
    public static SentenceScore Of(IReadOnlyList<SplitText> texts)
    {
        int right = 0, found = 0, labelled = 0, allRight = 0;
        foreach (var text in texts)
        {
            var gold = SplitText.Boundaries(text.Gold);
            var ends = SplitText.Boundaries(text.Found);
            right += ends.Count(gold.Contains);
            found += ends.Count;
            labelled += gold.Count;
            allRight += gold.SetEquals(ends) ? 1 : 0;
        }

        var precision = Ratio(right, found);
        var recall = Ratio(right, labelled);
        return new SentenceScore(
            texts.Count, labelled, precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0, Ratio(allRight, texts.Count));
    }

    private static double Ratio(int part, int whole) => whole > 0 ? (double)part / whole : 0;
}
