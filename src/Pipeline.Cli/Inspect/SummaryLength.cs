using Pipeline.Text.Summarization;

namespace Pipeline.Cli.Inspect;

/// <summary>How long a summary is to be: a number of sentences, or as many of the best ones as fit a number of words.</summary>
/// <param name="Sentences">The most sentences.</param>
/// <param name="Words">The most words; null for any number. One sentence is always taken.</param>
internal readonly record struct SummaryLength(int Sentences, int? Words = null)
{
    /// <summary>Returns the best sentences that fit, in reading order.</summary>
    public IReadOnlyList<SummarySentence> Cut(Summary summary)
    {
        var count = Math.Min(Sentences, summary.Candidates.Count);
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

    private static int CountWords(string text) =>
        text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length;
}
