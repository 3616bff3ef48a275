namespace Pipeline.Evaluation.Training;

/// <summary>Learns of words whether text that has them, or stands below elements so named, tends to be the article.</summary>
internal static class WordLearner
{
    private const float Smoothing = 2;

    /// <summary>Returns the logarithm of the odds by word, rounded, in ordinal order.</summary>
    /// <param name="pages">The pages to learn from.</param>
    /// <param name="shares">For each word of a page, which part of its text is the article.</param>
    /// <param name="minPages">On how many pages a word must stand.</param>
    public static Dictionary<string, float> Learn(IEnumerable<LabelledPage> pages, Func<LabelledPage, IReadOnlyDictionary<string, float>> shares, int minPages)
    {
        var counts = new Dictionary<string, (float Article, int Pages)>(StringComparer.Ordinal);
        foreach (var (word, share) in pages.SelectMany(shares))
        {
            var (article, number) = counts.GetValueOrDefault(word);
            counts[word] = (article + share, number + 1);
        }

        return counts
            .Where(count => count.Value.Pages >= minPages)
            .OrderBy(count => count.Key, StringComparer.Ordinal)
            .ToDictionary(count => count.Key, count => Score(count.Value.Article, count.Value.Pages), StringComparer.Ordinal);
    }

    private static float Score(float article, int pages) =>
        MathF.Round(MathF.Log((article + (Smoothing / 2)) / (pages - article + (Smoothing / 2))), 2);
}
