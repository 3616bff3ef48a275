using System.Globalization;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;

namespace Pipeline.Cli.Inspect;

/// <summary>A line of <c>inspect</c>: an article, or why there is none. The fields are written in this order, those without a value not at all.</summary>
internal sealed record InspectedArticle
{
    public const string Parsed = "parsed";
    public const string Rejected = "rejected";

    public required string File { get; init; }

    public string? Id { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public string? Format { get; init; }

    public string? Title { get; init; }

    public bool? TitleDerived { get; init; }

    /// <summary>Gets the day of publication in the article's own zone.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Gets the moment of publication in ISO 8601, with the zone where the file names it; null where only the day is known.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>Gets the day of the last change, as <see cref="Published"/>.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>Gets the moment of the last change, as <see cref="PublishedAt"/>.</summary>
    public string? ModifiedAt { get; init; }

    public string? Language { get; init; }

    public double? LanguageConfidence { get; init; }

    public IReadOnlyList<string>? Authors { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<Subject>? Subjects { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<InspectedHeading>? Headings { get; init; }

    public IReadOnlyList<Quotation>? Quotations { get; init; }

    public IReadOnlyList<QuestionAnswer>? Faq { get; init; }

    public bool? LanguageCovered { get; init; }

    public IReadOnlyList<IssueTag>? Issues { get; init; }

    public IReadOnlyList<ActorTag>? Actors { get; init; }

    public IReadOnlyList<SummarySentence>? Summary { get; init; }

    /// <summary>Gets how <see cref="Summary"/> came about; null where there is no sentence.</summary>
    public SummaryKind? SummaryKind { get; init; }

    /// <summary>Describes an article, or why there is none.</summary>
    /// <param name="item">What was made of a file, or a line of one.</param>
    /// <param name="length">The length of the summary.</param>
    public static InspectedArticle Of(AnalyzedItem item, SummaryLength length) => item is { Article: { } article, Analysis: { } analysis }
        ? Of(item, article, analysis, length.Cut(analysis.Summary))
        : new() { File = item.File, Id = item.Id, State = Rejected, Reason = item.Rejection?.Reason, Detail = item.Rejection?.Detail };

    private static InspectedArticle Of(AnalyzedItem item, Article article, ArticleAnalysis analysis, IReadOnlyList<SummarySentence> summary) => new()
    {
        File = item.File,
        Id = item.Id,
        State = Parsed,
        Format = article.Format,
        Title = article.Title,
        TitleDerived = article.TitleDerived ? true : null,
        Published = article.Published?.Day,
        PublishedAt = Moment(article.Published),
        Modified = article.Modified?.Day,
        ModifiedAt = Moment(article.Modified),
        Language = article.Language,
        LanguageConfidence = article.LanguageConfidence,
        Authors = article.Authors.Count > 0 ? article.Authors : null,
        Source = article.Source,
        Url = article.Url,
        Subjects = article.Subjects.Count > 0 ? article.Subjects : null,
        Text = article.Text,
        Headings = InspectedHeading.Of(article),
        Quotations = article.Quotations.Count > 0 ? article.Quotations : null,
        Faq = article.Faq.Count > 0 ? article.Faq : null,
        LanguageCovered = analysis.LanguageCovered,
        Issues = analysis.Issues,
        Actors = analysis.Actors,
        Summary = summary,
        SummaryKind = analysis.Summary.KindOf(summary.Count),
    };

    private static string? Moment(PublicationDate? date)
    {
        if (date is not { Time: { } time } known)
        {
            return null;
        }

        var local = known.Day.ToDateTime(time);
        return known.Offset is { } offset
            ? new DateTimeOffset(local, offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
