namespace Pipeline.Evaluation.Scoring;

/// <summary>
/// How two texts compare as multisets of runs of four words, as the benchmark "Article Extraction Benchmark" (Scrapinghub, 2020)
/// counts them: case and order matter, a text of fewer words is one run.
/// </summary>
/// <param name="Shared">The runs that both have.</param>
/// <param name="Extra">The runs that only the prediction has.</param>
/// <param name="Lost">The runs that only the gold text has.</param>
internal readonly record struct ShingleCounts(int Shared, int Extra, int Lost)
{
    private const int Size = 4;
    private const int NoWord = -1;

    /// <summary>Gets precision; null where nothing was predicted.</summary>
    public double? Precision => Shared + Extra > 0 ? (double)Shared / (Shared + Extra) : null;

    /// <summary>Gets recall; 1 where there was nothing to find.</summary>
    public double Recall => Shared + Lost > 0 ? (double)Shared / (Shared + Lost) : 1;

    /// <summary>Gets the harmonic mean of both for this page alone.</summary>
    public double F1 => Shared + Extra + Lost == 0 ? 1 : 2.0 * Shared / ((2.0 * Shared) + Extra + Lost);

    /// <summary>Gets a value indicating whether both texts have the same runs.</summary>
    public bool IsExact => Extra == 0 && Lost == 0;

    /// <summary>Compares a text with what it should be.</summary>
    public static ShingleCounts Compare(IReadOnlyList<string> gold, IReadOnlyList<string> predicted)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = new Dictionary<(int, int, int, int), int>();
        var goldRuns = Runs(gold, ids);
        foreach (var run in goldRuns)
        {
            left[run] = left.GetValueOrDefault(run) + 1;
        }

        int shared = 0, extra = 0;
        foreach (var run in Runs(predicted, ids))
        {
            if (left.GetValueOrDefault(run) is > 0 and var count)
            {
                left[run] = count - 1;
                shared++;
            }
            else
            {
                extra++;
            }
        }

        return new ShingleCounts(shared, extra, goldRuns.Count - shared);
    }

    private static List<(int, int, int, int)> Runs(IReadOnlyList<string> words, Dictionary<string, int> ids)
    {
        int[] numbers = [.. words.Select(word => ids.TryAdd(word, ids.Count) ? ids.Count - 1 : ids[word])];
        int At(int index) => index < numbers.Length ? numbers[index] : NoWord;
        var count = Math.Max(numbers.Length - Size + 1, Math.Min(numbers.Length, 1));
        return [.. Enumerable.Range(0, count).Select(i => (At(i), At(i + 1), At(i + 2), At(i + 3)))];
    }
}
