using System.Globalization;
using Pipeline.Processing.Addresses;
using Pipeline.Processing.Queries.Responses;

namespace Pipeline.Processing.Rendering;

/// <summary>Lays summaries out for people.</summary>
public static class SummaryDocuments
{
    /// <summary>Lays out the summary of an article.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="address">What leads to other routes.</param>
    public static TextDocument Of(SummaryResponse summary, ApiAddress address) =>
        new(summary.Language, [new TextHeading(1, [new TextRun(Title(summary))]), .. Body(summary, address)]);

    /// <summary>Lays out a page of summaries.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">What leads to other routes, and to the next page.</param>
    public static TextDocument Of(PageResponse<SummaryResponse> page, ApiAddress address) => new(
        Language: null,
        [
            .. page.Items is [] ? [new TextParagraph([new TextRun("No articles on this page.")])] : Array.Empty<TextBlock>(),
            .. page.Items.SelectMany(summary => Body(summary, address)
                .Prepend(new TextHeading(2, [new TextRun(Title(summary), address.Summary(summary.Id))]))),
            .. page.Next is { } next ? [new TextParagraph([new TextRun("Next page", address.Page(next))])] : Array.Empty<TextBlock>(),
        ]);

    private static string Title(SummaryResponse summary) => summary.Title ?? summary.Id;

    private static IEnumerable<TextBlock> Body(SummaryResponse summary, ApiAddress address)
    {
        var day = summary.Published ?? DateOnly.FromDateTime(summary.FirstSeen.UtcDateTime);
        yield return new TextParagraph([new TextRun(TextFacts.Join(TextFacts.Day(day), summary.Source))]);
        if (summary.Summary is not [])
        {
            yield return new TextParagraph([new TextRun(string.Join(' ', summary.Summary.Select(sentence => sentence.Text)))]);
        }

        if (summary.Issues is not [])
        {
            yield return new TextParagraph(TextFacts.Listed("Issues: ", summary.Issues.Select(issue =>
                new TextRun(string.Create(CultureInfo.InvariantCulture, $"{issue.Label ?? issue.Id} {issue.Score:0.00}"), address.Digest(issue.Id)))));
        }

        if (summary.Actors is { Count: > 0 } actors)
        {
            yield return new TextParagraph(TextFacts.Listed("Actors: ", actors.Select(actor => new TextRun(actor.Name))));
        }
    }
}
