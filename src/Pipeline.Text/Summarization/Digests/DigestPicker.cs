namespace Pipeline.Text.Summarization.Digests;

/// <summary>
/// Chooses sentences greedily by what each adds, first those that have little in common with the chosen ones. A digest of more than
/// three sentences, or of a number of words, is then filled with those that do not repeat a chosen one; a shorter one ends. A sentence that
/// leans on another one of its article waits until that is chosen. What a sentence adds only falls as more are chosen (the objective is
/// submodular), so that a sentence is looked at again only when it may be the next (Lin and Bilmes, "A Class of
/// Submodular Functions for Document Summarization", 2011; Minoux's lazy evaluation, 1978).
/// </summary>
internal sealed class DigestPicker(IReadOnlyList<DigestRow> rows, double[] conceptWeights, DigestWeights weights)
{
    // The length of a sentence of news, in words.
    private const double UsualWords = 22;

    // So few sentences are to be read at a glance, and end where the rest says much the same: filling them cost two points of ROUGE-1 on
    // events with short summaries by people. An article's summary is as long.
    private const int MaxBriefSentences = 3;

    // Where the length is not reached: a sentence that has half in common with a chosen one still says something else. Chosen.
    private const double MaxSimilarityOfRest = 0.5;

    private readonly bool[] _covered = new bool[conceptWeights.Length];
    private readonly HashSet<int> _stories = [];
    private readonly HashSet<int> _sources = [];
    private readonly List<int> _picked = [];
    private int _left;
    private int? _unsupported;
    private int? _tooLong;

    /// <summary>Chooses sentences; of equal ones the first.</summary>
    /// <param name="length">How many, or how many words. Where none stands alone, or none fits the words, the best one comes all the same.</param>
    /// <returns>The numbers of the rows, in the order of choice.</returns>
    public IReadOnlyList<int> Pick(SummaryLength length)
    {
        _left = length.Words ?? int.MaxValue;
        Pick(length.Sentences, weights.MaxSimilarity);
        if (length.Sentences > MaxBriefSentences)
        {
            Pick(length.Sentences, Math.Max(weights.MaxSimilarity, MaxSimilarityOfRest));
        }

        if (_picked.Count == 0 && (_unsupported ?? _tooLong) is { } only && length.Sentences > 0)
        {
            _picked.Add(only);
        }

        return _picked;
    }

    private void Pick(int sentences, double maxSimilarity)
    {
        if (_picked.Count >= sentences)
        {
            return;
        }

        var queue = new PriorityQueue<(int Row, int Seen), (double NegativeGain, int Row)>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            Enqueue(i);
        }

        var waiting = new List<int>();
        while (_picked.Count < sentences && queue.TryDequeue(out var next, out _))
        {
            var row = rows[next.Row];
            if (row.Words > _left)
            {
                _tooLong ??= next.Row;
                continue;
            }

            if (_picked.Contains(next.Row) || (_picked.Count > 0 && Redundancy(row) > maxSimilarity))
            {
                continue;
            }

            if (next.Seen < _picked.Count)
            {
                Enqueue(next.Row);
                continue;
            }

            if (row.Needs is { } needs && !needs.Any(_picked.Contains))
            {
                _unsupported ??= next.Row;
                waiting.Add(next.Row);
                continue;
            }

            Add(next.Row);
            foreach (var supported in waiting.Where(other => rows[other].Needs!.Contains(next.Row)))
            {
                Enqueue(supported);
            }

            waiting.RemoveAll(other => rows[other].Needs!.Contains(next.Row));
        }

        void Enqueue(int number) => queue.Enqueue((number, _picked.Count), (-Gain(rows[number]), number));
    }

    private void Add(int number)
    {
        var row = rows[number];
        _left -= row.Words;
        _picked.Add(number);
        _stories.Add(row.Story);
        _sources.Add(row.Source);
        foreach (var concept in row.Concepts)
        {
            _covered[concept] = true;
        }
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
