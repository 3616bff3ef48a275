using Pipeline.Processing.Addresses;
using Pipeline.Processing.Queries.Responses;

namespace Pipeline.Processing.Rendering;

/// <summary>Lays digests out for people: each sentence with the article that it is from.</summary>
public static class DigestDocuments
{
    /// <summary>Lays out the digest of an issue.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="address">What leads to other routes.</param>
    public static TextDocument Of(IssueDigestResponse digest, ApiAddress address) => new(
        Language: null,
        [
            new TextHeading(1, [new TextRun(Label(digest.Issue))]),
            new TextParagraph([new TextRun(TextFacts.Join(Range(digest.From, digest.To), Counts(digest)))]),
            .. Sentences(digest.Sentences, address),
        ]);

    /// <summary>Lays out the digest of all news of a day or a range of days.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="address">What leads to other routes.</param>
    public static TextDocument Of(NewsDigestResponse digest, ApiAddress address) => new(
        Language: null,
        [
            new TextHeading(1, [new TextRun(digest.Date is { } date ? TextFacts.Day(date) : Range(digest.From, digest.To) ?? "All days")]),
            new TextParagraph([new TextRun(Counts(digest))]),
            .. Sentences(digest.Sentences, address),
            .. digest.Issues.SelectMany(issue => Issue(issue, address)),
        ]);

    private static IEnumerable<TextBlock> Issue(DigestedIssueResponse issue, ApiAddress address) =>
    [
        new TextHeading(2, [new TextRun(Label(issue.Issue), address.Digest(issue.Issue.Id))]),
        new TextParagraph([new TextRun(TextFacts.Count(issue.Articles, "article", "articles"))]),
        .. Sentences(issue.Sentences, address),
        new TextParagraph(TextFacts.Listed("Leading: ", issue.Leading.Select(article => new TextRun(article.Title ?? article.Id, address.Summary(article.Id))))),
    ];

    private static IEnumerable<TextBlock> Sentences(IReadOnlyList<DigestSentenceResponse> sentences, ApiAddress address) => sentences is []
        ? []
        : [new TextList([.. sentences.Select(sentence => Sentence(sentence, address))])];

    private static TextRun[] Sentence(DigestSentenceResponse sentence, ApiAddress address) =>
    [
        new(sentence.Text + " ("),
        new(TextFacts.Join(sentence.Title ?? sentence.Article, sentence.Source), address.Summary(sentence.Article)),
        new(sentence.Date is { } date ? $", {TextFacts.Day(date)})" : ")"),
    ];

    private static string Label(DigestIssueResponse issue) => issue.Label ?? issue.Id;

    private static string? Range(DateOnly? first, DateOnly? last) => (first, last) switch
    {
        ({ } from, { } to) => from == to ? TextFacts.Day(from) : $"{TextFacts.Day(from)} to {TextFacts.Day(to)}",
        ({ } from, null) => $"from {TextFacts.Day(from)}",
        (null, { } to) => $"to {TextFacts.Day(to)}",
        _ => null,
    };

    private static string Counts(DigestResponse digest) => TextFacts.Join(
        TextFacts.Count(digest.Articles, "article", "articles"),
        TextFacts.Count(digest.Stories, "story", "stories"),
        TextFacts.Count(digest.Duplicates, "duplicate", "duplicates"));
}
