namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>
/// Checks a rewritten summary against what it cites: each sentence cites, its numbers and its names occur in the sentences
/// that it cites, most of its other words do. In doubt it refuses: the extractive summary is served then. Pure.
/// </summary>
public static class CitationCheck
{
    // Of the words that carry meaning, so many must occur in what a sentence cites, in some form: the others join them. Chosen.
    private const double MinSupport = 0.6;

    /// <summary>Checks sentences.</summary>
    /// <param name="sources">The sentences of the extractive summary.</param>
    /// <param name="rewritten">The rewritten ones.</param>
    /// <returns>Why they are refused; null where nothing is wrong with them.</returns>
    public static RewriteRefusal? Check(IReadOnlyList<string> sources, IReadOnlyList<CitedSentence> rewritten)
    {
        if (rewritten.Count == 0 || rewritten.Any(sentence => !sentence.Text.Any(char.IsLetterOrDigit)))
        {
            return new RewriteRefusal(RewriteRefusal.Empty, "There is no sentence, or one without words.");
        }

        var (length, limit) = (rewritten.Sum(sentence => sentence.Text.Length), sources.Sum(source => source.Length));
        return length > limit
            ? new RewriteRefusal(RewriteRefusal.TooLong, $"The summary has {length} characters, what it rewrites has {limit}.")
            : rewritten.Select((sentence, i) => Check(sources, sentence, i + 1)).FirstOrDefault(refusal => refusal is not null);
    }

    private static RewriteRefusal? Check(IReadOnlyList<string> sources, CitedSentence sentence, int number)
    {
        if (sentence.Cites.Count == 0)
        {
            return new RewriteRefusal(RewriteRefusal.Uncited, $"Sentence {number} cites nothing.");
        }

        foreach (var cite in sentence.Cites)
        {
            if (cite < 1 || cite > sources.Count)
            {
                return new RewriteRefusal(RewriteRefusal.UnknownCitation, $"Sentence {number} cites {cite} of {sources.Count}.");
            }
        }

        if (sentence.Text.Any(IsUncased))
        {
            return new RewriteRefusal(RewriteRefusal.Uncheckable, $"Sentence {number} is in a script without capitals.");
        }

        var cited = new FactWords(sentence.Cites.Select(cite => sources[cite - 1]));
        string[] words = [.. FactWords.Split(sentence.Text)];
        if (words.SelectMany(FactWords.Numbers).FirstOrDefault(figure => !cited.HasNumber(figure)) is { } invented)
        {
            return new RewriteRefusal(RewriteRefusal.InventedNumber, $"Sentence {number} says {invented}, which is not in what it cites.");
        }

        if (words.FirstOrDefault(word => IsName(word) && !cited.HasWord(word) && !StopWords.Contains(word)) is { } name)
        {
            return new RewriteRefusal(RewriteRefusal.InventedName, $"Sentence {number} names {name}, which is not in what it cites.");
        }

        string[] meant = [.. words.Where(word => !StopWords.Contains(word))];
        return meant.Count(cited.HasForm) < MinSupport * meant.Length
            ? new RewriteRefusal(RewriteRefusal.Unsupported, $"Most words of sentence {number} are not in what it cites.")
            : null;
    }

    /// <summary>Tells whether a word may be a name: one with a capital, also at the start of a sentence, where any word has one.</summary>
    private static bool IsName(string word) => word.Any(char.IsUpper);

    private static bool IsUncased(char c) => char.IsLetter(c) && char.ToUpperInvariant(c) == c && char.ToLowerInvariant(c) == c && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherLetter;
}
