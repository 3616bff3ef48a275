using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.Evaluation.Scoring;

/// <summary>How all pages came out, rounded to four digits. What no page's gold says is null.</summary>
internal sealed record ExtractionScore
{
    /// <summary>Gets how many pages have no prediction.</summary>
    [JsonPropertyName("missing")]
    public required int Missing { get; init; }

    [JsonPropertyName("shingle4")]
    public ShingleScore? Shingles { get; init; }

    [JsonPropertyName("wordF1")]
    public double? WordF1 { get; init; }

    [JsonPropertyName("with_recall")]
    public double? WithRecall { get; init; }

    [JsonPropertyName("without_absent")]
    public double? WithoutAbsent { get; init; }

    [JsonPropertyName("date")]
    public DateScore? Date { get; init; }

    [JsonPropertyName("title_exact")]
    public TitleScore? Title { get; init; }

    [JsonPropertyName("authorF1")]
    public AuthorScore? Authors { get; init; }

    /// <summary>Sums pages up. The order of the pages changes nothing but the last bits.</summary>
    public static ExtractionScore Of(IReadOnlyCollection<PageScore> pages)
    {
        double[] wordF1 = [.. pages.Select(page => page.WordF1).OfType<double>()];
        return new ExtractionScore
        {
            Missing = pages.Count(page => page.IsMissing),
            Shingles = ShingleScore.Of([.. pages.Select(page => page.Shingles).OfType<ShingleCounts>()]),
            WordF1 = wordF1.Length > 0 ? Round(wordF1.Average()) : null,
            WithRecall = Round(pages.Aggregate(default(Share), (sum, page) => sum + page.With).Value),
            WithoutAbsent = Round(pages.Aggregate(default(Share), (sum, page) => sum + page.Without).Value),
            Date = DateScore.Of([.. pages.Select(page => page.Date).OfType<DateOutcome>()]),
            Title = TitleScore.Of([.. pages.Select(page => page.IsTitleExact).OfType<bool>()]),
            Authors = AuthorScore.Of([.. pages.Select(page => page.AuthorF1).OfType<double>()]),
        };
    }

    /// <summary>Rounds the very value of the number, not one that is near it, as Python's <c>round</c> does.</summary>
    internal static double Round(double value) =>
        (double)Math.Round(decimal.Parse(value.ToString("F25", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), 4, MidpointRounding.ToEven);

    private static double? Round(double? value) => value is { } number ? Round(number) : null;
}

/// <summary>Runs of four words over all pages.</summary>
/// <param name="Count">How many pages.</param>
/// <param name="Precision">The mean over the pages for which anything was predicted.</param>
/// <param name="Recall">The mean over all pages.</param>
/// <param name="F1">The harmonic mean of both means.</param>
/// <param name="Exact">The share of pages without any difference.</param>
internal sealed record ShingleScore(
    [property: JsonPropertyName("n")] int Count,
    [property: JsonPropertyName("P")] double Precision,
    [property: JsonPropertyName("R")] double Recall,
    [property: JsonPropertyName("F1")] double F1,
    [property: JsonPropertyName("exact")] double Exact)
{
    public static ShingleScore? Of(IReadOnlyCollection<ShingleCounts> pages)
    {
        if (pages.Count == 0)
        {
            return null;
        }

        var precision = pages.Select(page => page.Precision).OfType<double>().DefaultIfEmpty().Average();
        var recall = pages.Average(page => page.Recall);
        return new ShingleScore(
            pages.Count,
            ExtractionScore.Round(precision),
            ExtractionScore.Round(recall),
            precision + recall > 0 ? ExtractionScore.Round(2 * precision * recall / (precision + recall)) : 0,
            ExtractionScore.Round((double)pages.Count(page => page.IsExact) / pages.Count));
    }
}

/// <summary>Days of publication over all pages whose gold has one.</summary>
internal sealed record DateScore(
    [property: JsonPropertyName("n")] int Count,
    [property: JsonPropertyName("given")] int Given,
    [property: JsonPropertyName("correct")] int Correct,
    [property: JsonPropertyName("acc")] double Accuracy)
{
    public static DateScore? Of(IReadOnlyCollection<DateOutcome> pages)
    {
        var correct = pages.Count(page => page == DateOutcome.Correct);
        return pages.Count == 0 ? null
            : new DateScore(pages.Count, pages.Count(page => page != DateOutcome.Absent), correct, ExtractionScore.Round((double)correct / pages.Count));
    }
}

/// <summary>Titles with the same words in the same order, over all pages whose gold has one.</summary>
internal sealed record TitleScore([property: JsonPropertyName("n")] int Count, [property: JsonPropertyName("acc")] double Accuracy)
{
    public static TitleScore? Of(IReadOnlyCollection<bool> pages) =>
        pages.Count == 0 ? null : new TitleScore(pages.Count, ExtractionScore.Round((double)pages.Count(exact => exact) / pages.Count));
}

/// <summary>The mean F1 of the sets of words in authors' names, over all pages whose gold has any.</summary>
internal sealed record AuthorScore([property: JsonPropertyName("n")] int Count, [property: JsonPropertyName("F1")] double F1)
{
    public static AuthorScore? Of(IReadOnlyCollection<double> pages) =>
        pages.Count == 0 ? null : new AuthorScore(pages.Count, ExtractionScore.Round(pages.Average()));
}
