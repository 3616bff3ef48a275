namespace Pipeline.Text.Summarization;

/// <summary>How the sentences of an article use its terms.</summary>
internal sealed class TermStatistics
{
    // Of fewer sentences than this, a term that most of them have may still be the subject.
    private const int FewSentences = 10;

    private readonly double _mostUsed;
    private readonly int[] _sentences;

    /// <summary>Counts terms.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="termCount">How many terms there are; those that no sentence has count nothing.</param>
    public TermStatistics(IReadOnlyList<SummaryCandidate> sentences, int termCount)
    {
        _sentences = new int[termCount];
        var last = new int[termCount];
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var term in sentences[i].Terms)
            {
                _sentences[term] += last[term] == i + 1 ? 0 : 1;
                last[term] = i + 1;
            }
        }

        _mostUsed = Math.Log(1 + _sentences.DefaultIfEmpty().Max());
        var common = Math.Max(FewSentences, sentences.Count) / 2;
        Importance = [.. _sentences.Select(count => count > common ? 0 : Math.Log(1 + ((double)sentences.Count / Math.Max(count, 1))))];
    }

    /// <summary>Gets what each term counts: more the fewer sentences have it, and nothing where more than half of many do.</summary>
    public double[] Importance { get; }

    /// <summary>Returns how much the article uses a sentence's terms, against the term that most sentences have: from 0 to 1.</summary>
    public double Frequency(IReadOnlyList<int> terms)
    {
        var sum = 0d;
        foreach (var term in terms)
        {
            sum += Math.Log(_sentences[term]);
        }

        return terms.Count > 0 && _mostUsed > 0 ? sum / (terms.Count * _mostUsed) : 0;
    }
}
