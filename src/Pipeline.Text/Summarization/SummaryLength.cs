namespace Pipeline.Text.Summarization;

/// <summary>How long a summary is to be: a number of sentences, or as many of the best ones as fit a number of words.</summary>
/// <param name="Sentences">The most sentences.</param>
/// <param name="Words">The most words, set apart by white space; null for any number. One sentence is always taken.</param>
public readonly record struct SummaryLength(int Sentences, int? Words = null)
{
    /// <summary>Returns the best sentences that fit, in reading order.</summary>
    /// <param name="summary">The summary.</param>
    public IReadOnlyList<SummarySentence> Cut(Summary summary)
    {
        var count = Math.Clamp(Sentences, 0, summary.Candidates.Count);
        if (Words is { } left)
        {
            var fit = 0;
            foreach (var sentence in summary.Candidates.Take(count))
            {
                left -= CountWords(sentence.Text);
                if (left < 0 && fit > 0)
                {
                    break;
                }

                fit++;
            }

            count = fit;
        }

        return summary.Take(count);
    }

    /// <summary>Counts the words of a sentence as they count for a length: runs of anything but white space.</summary>
    /// <param name="sentence">The sentence.</param>
    internal static int CountWords(ReadOnlySpan<char> sentence)
    {
        var count = 0;
        foreach (var range in sentence.SplitAny(default(ReadOnlySpan<char>)))
        {
            count += range.End.Value > range.Start.Value ? 1 : 0;
        }

        return count;
    }
}
