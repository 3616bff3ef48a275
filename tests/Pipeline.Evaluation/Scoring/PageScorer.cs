using Pipeline.Evaluation.Data;

namespace Pipeline.Evaluation.Scoring;

/// <summary>Compares what was read from a page with what it should be.</summary>
internal static class PageScorer
{
    private const int DayLength = 10;

    private static readonly string[] NotOfNames = ["by", "and", "the"];

    /// <summary>Scores a page.</summary>
    /// <param name="gold">What it should be.</param>
    /// <param name="prediction">What was read; null where nothing was.</param>
    public static PageScore Score(GoldPage gold, Prediction? prediction)
    {
        var text = prediction?.Text ?? string.Empty;
        var folded = Folding.Fold(text);
        var goldWords = string.IsNullOrEmpty(gold.Text) ? null : Words.Of(gold.Text);
        var words = goldWords is null ? [] : Words.Of(text);
        return new PageScore
        {
            Id = gold.Id,
            IsMissing = prediction is null,
            Shingles = goldWords is null ? null : ShingleCounts.Compare(goldWords, words),
            WordF1 = goldWords is null ? null : WordBags.F1(goldWords, words),
            With = Find(gold.With, folded, wanted: true),
            Without = Find(gold.Without, folded, wanted: false),
            Date = ScoreDate(gold.PublishDate, prediction?.Date),
            IsTitleExact = string.IsNullOrEmpty(gold.Title) ? null : TitleWords(gold.Title).SequenceEqual(TitleWords(prediction?.Title)),
            AuthorF1 = ScoreAuthors(gold.Authors, prediction?.Authors),
        };
    }

    private static Share Find(IReadOnlyList<string> snippets, string folded, bool wanted) =>
        new(snippets.Count(snippet => folded.Contains(Folding.Fold(snippet), StringComparison.Ordinal) == wanted), snippets.Count);

    private static DateOutcome? ScoreDate(string? gold, string? predicted)
    {
        if (gold is null || !StartsWithDay(gold))
        {
            return null;
        }

        return string.IsNullOrEmpty(predicted) ? DateOutcome.Absent
            : predicted.AsSpan(0, Math.Min(predicted.Length, DayLength)).SequenceEqual(gold.AsSpan(0, DayLength)) ? DateOutcome.Correct
            : DateOutcome.Wrong;
    }

    private static bool StartsWithDay(string text) =>
        text.Length >= DayLength && Enumerable.Range(0, DayLength).All(i => i is 4 or 7 ? text[i] == '-' : char.IsDigit(text[i]));

    private static List<string> TitleWords(string? title) => Words.Of(Folding.Fold(title ?? string.Empty));

    private static double? ScoreAuthors(string? gold, string? predicted)
    {
        var wanted = NameWords(gold);
        if (wanted.Count == 0)
        {
            return null;
        }

        var found = NameWords(predicted);
        return 2.0 * found.Count(wanted.Contains) / (wanted.Count + found.Count);
    }

    private static HashSet<string> NameWords(string? authors) =>
        Words.Of(Folding.Lower(authors ?? string.Empty)).Except(NotOfNames, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
}
