namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Chooses sentences greedily by what each adds. What a sentence adds only falls as more are chosen (the objective is
/// submodular), so that a sentence is looked at again only when it may be the next (Lin and Bilmes, "A Class of
/// Submodular Functions for Document Summarization", 2011; Minoux's lazy evaluation, 1978).
/// </summary>
internal sealed class DigestPicker(IReadOnlyList<DigestRow> rows, double[] conceptWeights, DigestWeights weights)
{
    // The length of a sentence of news, in words.
    private const double UsualWords = 22;

    private readonly bool[] _covered = new bool[conceptWeights.Length];
    private readonly HashSet<int> _stories = [];
    private readonly HashSet<int> _sources = [];
    private readonly List<int> _picked = [];

    /// <summary>Chooses sentences; of equal ones the first.</summary>
    /// <param name="length">How many, or how many words. Where none fits the words, the best one comes all the same.</param>
    /// <returns>The numbers of the rows, in the order of choice.</returns>
    public IReadOnlyList<int> Pick(SummaryLength length)
    {
        var queue = new PriorityQueue<(int Row, int Seen), (double NegativeGain, int Row)>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            queue.Enqueue((i, 0), (-Gain(rows[i]), i));
        }

        var left = length.Words ?? int.MaxValue;
        int? tooLong = null;
        while (_picked.Count < length.Sentences && queue.TryDequeue(out var next, out _))
        {
            var row = rows[next.Row];
            if (row.Words > left)
            {
                tooLong ??= next.Row;
                continue;
            }

            if (_picked.Count > 0 && Redundancy(row) > weights.MaxSimilarity)
            {
                continue;
            }

            if (next.Seen < _picked.Count)
            {
                queue.Enqueue((next.Row, _picked.Count), (-Gain(row), next.Row));
                continue;
            }

            left -= row.Words;
            _picked.Add(next.Row);
            _stories.Add(row.Story);
            _sources.Add(row.Source);
            foreach (var concept in row.Concepts)
            {
                _covered[concept] = true;
            }
        }

        if (_picked.Count == 0 && tooLong is { } only)
        {
            _picked.Add(only);
        }

        return _picked;
    }

    private double Gain(DigestRow row)
    {
        var coverage = 0d;
        foreach (var concept in row.Concepts)
        {
            coverage += _covered[concept] ? 0 : conceptWeights[concept];
        }

        return (weights.Salience * row.Salience)
            + (weights.Centrality * row.Centrality)
            + (weights.TitleOverlap * row.TitleOverlap)
            + (row.ShowsIssue ? weights.Issue : 0)
            + (weights.Coverage * coverage / Math.Pow(Math.Max(1, row.Words), weights.LengthPower))
            - (weights.Redundancy * Redundancy(row))
            - (weights.Length * row.Words / UsualWords)
            + (_stories.Contains(row.Story) ? 0 : weights.NewStory)
            + (_sources.Contains(row.Source) ? 0 : weights.NewSource);
    }

    private double Redundancy(DigestRow row)
    {
        var redundancy = 0d;
        foreach (var picked in _picked)
        {
            redundancy = Math.Max(redundancy, row.Vector.Similarity(rows[picked].Vector));
        }

        return redundancy;
    }
}
