namespace Pipeline.Evaluation.Training;

/// <summary>Learns of the words in classes and ids whether text below them tends to be the article.</summary>
internal static class NameLearner
{
    // A word of fewer sites says more of them than of the web. Chosen.
    private const int MinPages = 4;
    private const float Smoothing = 2;

    /// <summary>Returns the logarithm of the odds by word, against the odds of all text, rounded.</summary>
    public static Dictionary<string, float> Learn(IEnumerable<LabelledPage> pages)
    {
        var counts = new Dictionary<string, (float Article, int Pages)>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (var (name, share) in page.NameShares)
            {
                var (article, number) = counts.GetValueOrDefault(name);
                counts[name] = (article + share, number + 1);
            }
        }

        return counts
            .Where(count => count.Value.Pages >= MinPages)
            .OrderBy(count => count.Key, StringComparer.Ordinal)
            .ToDictionary(count => count.Key, count => Score(count.Value.Article, count.Value.Pages), StringComparer.Ordinal);
    }

    private static float Score(float article, int pages) =>
        MathF.Round(MathF.Log((article + (Smoothing / 2)) / (pages - article + (Smoothing / 2))), 2);
}
