namespace Pipeline.Evaluation.Scoring;

/// <summary>How two texts compare as bags of words in lower case, as the "Web Content Extraction Benchmark" counts them.</summary>
internal static class WordBags
{
    /// <summary>Returns the harmonic mean of precision and recall: 1 where both have no words, 0 where one has none.</summary>
    public static double F1(IReadOnlyList<string> gold, IReadOnlyList<string> predicted)
    {
        if (gold.Count == 0 || predicted.Count == 0)
        {
            return gold.Count == predicted.Count ? 1 : 0;
        }

        var left = gold.Select(Folding.Lower).CountBy(word => word).ToDictionary();
        var shared = 0;
        foreach (var word in predicted.Select(Folding.Lower))
        {
            if (left.GetValueOrDefault(word) is > 0 and var count)
            {
                left[word] = count - 1;
                shared++;
            }
        }

        return 2.0 * shared / (gold.Count + predicted.Count);
    }
}
