using System.Runtime.InteropServices;

namespace Pipeline.Evaluation.Names;

/// <summary>
/// Sorts words into clusters of like use: spherical k-means (Dhillon and Modha, Machine Learning 42, 2001) over the words that
/// stand before and after them, weighted by positive pointwise mutual information.
/// </summary>
internal sealed class WordClustering
{
    private const int MinWordCount = 6;
    private const int ContextWords = 1_500;
    private const int Iterations = 20;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string[]> _sentences = [];

    /// <summary>Adds a sentence's words.</summary>
    public void Add(string[] words)
    {
        _sentences.Add(words);
        foreach (var word in words)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, word, out _)++;
        }
    }

    /// <summary>Returns the clusters, each with its words in alphabetical order.</summary>
    /// <param name="count">The number of clusters.</param>
    public IReadOnlyList<IReadOnlyList<string>> Cluster(int count)
    {
        string[] words = [.. _counts.Where(word => word.Value >= MinWordCount).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)];
        var vectors = Vectors(words);
        // The most frequent words are the first centres: they differ most in use.
        var centres = vectors[..count].Select(vector => Dense(vector)).ToArray();
        var assigned = new int[words.Length];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Parallel.For(0, words.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => assigned[i] = Nearest(vectors[i], centres));
            centres = Centres(vectors, assigned, count);
        }

        return [.. Enumerable.Range(0, count)
            .Select(cluster => (IReadOnlyList<string>)[.. words.Where((_, i) => assigned[i] == cluster && vectors[i].Length > 0).Order(StringComparer.Ordinal)])
            .Where(cluster => cluster.Count > 0)];
    }

    private (int Dimension, float Weight)[][] Vectors(string[] words)
    {
        var indexes = words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => pair.i, StringComparer.Ordinal);
        var counts = words.Select(_ => new Dictionary<int, float>()).ToArray();
        var totals = new float[2 * (ContextWords + 1)];
        foreach (var sentence in _sentences)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                if (indexes.TryGetValue(sentence[i], out var word))
                {
                    Count(counts[word], totals, i == 0 ? ContextWords : Context(indexes, sentence[i - 1]));
                    Count(counts[word], totals, (i == sentence.Length - 1 ? ContextWords : Context(indexes, sentence[i + 1])) is >= 0 and var after ? after + ContextWords + 1 : -1);
                }
            }
        }

        var all = totals.Sum();
        return [.. counts.Select(row => Weigh(row, totals, all))];
    }

    private static int Context(Dictionary<string, int> indexes, string word) => indexes.TryGetValue(word, out var index) && index < ContextWords ? index : -1;

    private static void Count(Dictionary<int, float> counts, float[] totals, int dimension)
    {
        if (dimension >= 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, dimension, out _)++;
            totals[dimension]++;
        }
    }

    private static (int Dimension, float Weight)[] Weigh(Dictionary<int, float> row, float[] totals, float all)
    {
        var sum = row.Values.Sum();
        var weights = row
            .Select(pair => (Dimension: pair.Key, Weight: MathF.Max(0, MathF.Log(pair.Value * all / (sum * totals[pair.Key]))) * MathF.Sqrt(pair.Value)))
            .Where(pair => pair.Weight > 0)
            .OrderBy(pair => pair.Dimension)
            .ToArray();
        var norm = MathF.Sqrt(weights.Sum(pair => pair.Weight * pair.Weight));
        return [.. weights.Select(pair => (pair.Dimension, pair.Weight / norm))];
    }

    private static float[] Dense((int Dimension, float Weight)[] vector)
    {
        var dense = new float[2 * (ContextWords + 1)];
        foreach (var (dimension, weight) in vector)
        {
            dense[dimension] = weight;
        }

        return dense;
    }

    private static int Nearest((int Dimension, float Weight)[] vector, float[][] centres)
    {
        var best = 0;
        var bestScore = float.MinValue;
        for (var centre = 0; centre < centres.Length; centre++)
        {
            var score = 0f;
            foreach (var (dimension, weight) in vector)
            {
                score += weight * centres[centre][dimension];
            }

            if (score > bestScore)
            {
                (best, bestScore) = (centre, score);
            }
        }

        return best;
    }

    private static float[][] Centres((int Dimension, float Weight)[][] vectors, int[] assigned, int count)
    {
        var centres = Enumerable.Range(0, count).Select(_ => new float[2 * (ContextWords + 1)]).ToArray();
        for (var i = 0; i < vectors.Length; i++)
        {
            foreach (var (dimension, weight) in vectors[i])
            {
                centres[assigned[i]][dimension] += weight;
            }
        }

        foreach (var centre in centres)
        {
            var norm = MathF.Sqrt(centre.Sum(value => value * value));
            for (var i = 0; i < centre.Length && norm > 0; i++)
            {
                centre[i] /= norm;
            }
        }

        return centres;
    }
}
