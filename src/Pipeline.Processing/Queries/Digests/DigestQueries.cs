using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Index;
using Pipeline.Storage.Statistics;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries.Digests;

/// <summary>Serves digests: an issue over a range of days, and all news of a day or a range. Made of the sentences that index rows keep, never of texts.</summary>
public sealed class DigestQueries(IIndexStore index, IStatsStore stats, GenerationsInForce generations, TaxonomyInForce taxonomies, Digester digester)
{
    /// <summary>The length of a digest where the caller does not say, in sentences.</summary>
    public const int DefaultSentences = 7;

    /// <summary>The longest digest that a caller can ask for, in sentences.</summary>
    public const int MaxSentences = 30;

    // What a page about a day has room for.
    private const int LeadingIssues = 8;
    private const int SentencesOfAnIssue = 2;
    private const int ArticlesOfAnIssue = 5;

    private readonly DigestRows _rows = new(index, stats);

    /// <summary>Returns the digest of an issue.</summary>
    /// <param name="issueId">The concept's id.</param>
    /// <param name="from">The first day, as text; null for no bound.</param>
    /// <param name="to">The last day, included, as text; null for no bound.</param>
    /// <param name="narrower">Whether articles about narrower issues count too, as text; null for no.</param>
    /// <param name="sentences">The number of sentences, as text; null for <see cref="DefaultSentences"/>.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<IssueDigestResponse>> GetIssueAsync(
        string issueId, string? from, string? to, string? narrower, string? sentences, CancellationToken cancellationToken)
    {
        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        var read = IssueRange.Read(issueId, from, to, narrower, taxonomy);
        if (read.Problem is not null)
        {
            return read.Problem;
        }

        if (!NumberParameter.TryRead(sentences, DefaultSentences, MaxSentences, out var count))
        {
            return NotALength;
        }

        var (listing, days) = read.Value!;
        var (rows, sampled) = await ReadAsync(days.Of(listing), cancellationToken);
        var digest = digester.Create(rows.Select(Article), new SummaryLength(count), issueId);
        return new IssueDigestResponse
        {
            Issue = Describe(taxonomy.Find(issueId)!),
            From = days.From,
            To = days.To,
            Articles = digest.Articles,
            Duplicates = digest.Duplicates,
            Stories = digest.Stories,
            Sampled = sampled ? true : null,
            Sentences = Describe(digest, rows),
            Text = digest.TextOf(' '),
        };
    }

    /// <summary>Returns the digest of a day.</summary>
    /// <param name="date">The day, as text.</param>
    /// <param name="sentences">The number of sentences of the whole, as text; null for <see cref="DefaultSentences"/>.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<NewsDigestResponse>> GetDayAsync(string date, string? sentences, CancellationToken cancellationToken) =>
        await GetNewsAsync(DayRange.Read(date, from: null, to: null), sentences, isDay: true, cancellationToken);

    /// <summary>Returns the digest of all news of a range of days.</summary>
    /// <param name="from">The first day, as text; null for no bound.</param>
    /// <param name="to">The last day, included, as text; null for no bound.</param>
    /// <param name="sentences">The number of sentences of the whole, as text; null for <see cref="DefaultSentences"/>.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<NewsDigestResponse>> GetRangeAsync(string? from, string? to, string? sentences, CancellationToken cancellationToken) =>
        await GetNewsAsync(DayRange.Read(date: null, from, to), sentences, isDay: false, cancellationToken);

    private async Task<QueryResult<NewsDigestResponse>> GetNewsAsync(
        QueryResult<DayRange> days, string? sentences, bool isDay, CancellationToken cancellationToken)
    {
        if (!NumberParameter.TryRead(sentences, DefaultSentences, MaxSentences, out var count))
        {
            return NotALength;
        }

        if (days.Problem is not null)
        {
            return days.Problem;
        }

        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        var (rows, sampled) = await ReadAsync(days.Value!.Of(IndexListing.All), cancellationToken);
        var digest = digester.Create(rows.Select(Article), new SummaryLength(count));
        return new NewsDigestResponse
        {
            Date = isDay ? days.Value.From : null,
            From = isDay ? null : days.Value.From,
            To = isDay ? null : days.Value.To,
            Articles = digest.Articles,
            Duplicates = digest.Duplicates,
            Stories = digest.Stories,
            Sampled = sampled ? true : null,
            Sentences = Describe(digest, rows),
            Text = digest.TextOf(' '),
            Issues = [.. Leading(rows).Select(issue => Describe(issue.Id, issue.Rows, taxonomy))],
        };
    }

    private async Task<(IReadOnlyList<IndexRow> Rows, bool Sampled)> ReadAsync(IndexQuery range, CancellationToken cancellationToken)
    {
        var (rows, sampled) = await _rows.ReadAsync(range with { Generation = (await generations.GetAsync(cancellationToken)).Live, Columns = IndexColumns.Digest }, cancellationToken);

        // An article whose date changes has the row of both dates for a moment: the later revision is what it says.
        return ([.. rows.GroupBy(row => row.Entry.ArticleId, StringComparer.Ordinal).Select(those => those.MaxBy(row => row.Entry.Rev)!)], sampled);
    }

    private static QueryProblem NotALength => QueryProblem.Parameter("sentences", $"must be a number from 1 to {MaxSentences}");

    /// <summary>Returns the issues that most is said of, by the sum of their scores, each with its rows, the most about it first.</summary>
    private static IEnumerable<(string Id, IReadOnlyList<IndexRow> Rows)> Leading(IReadOnlyList<IndexRow> rows) => rows
        .SelectMany(row => row.Entry.Issues.Select(issue => (issue, row)))
        .GroupBy(pair => pair.issue.Id, StringComparer.Ordinal)
        .OrderByDescending(group => group.Sum(pair => pair.issue.Score))
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Take(LeadingIssues)
        .Select(group => (group.Key, (IReadOnlyList<IndexRow>)[.. group.OrderByDescending(pair => pair.issue.Score).ThenBy(pair => pair.row.Key.RowKey, StringComparer.Ordinal).Select(pair => pair.row)]));

    private DigestedIssueResponse Describe(string issueId, IReadOnlyList<IndexRow> rows, Taxonomy taxonomy)
    {
        var concept = taxonomy.Find(issueId);
        var digest = digester.Create(rows.Select(Article), new SummaryLength(SentencesOfAnIssue), issueId);
        return new DigestedIssueResponse(
            new DigestIssueResponse(issueId, concept?.PreferredLabel, concept?.Medtop, concept?.Wikidata),
            rows.Count,
            Describe(digest, rows),
            [.. rows.DistinctBy(row => digest.Repeats.GetValueOrDefault(row.Entry.ArticleId, row.Entry.ArticleId)).Take(ArticlesOfAnIssue).Select(row => new DigestArticleResponse(row.Entry.ArticleId, row.Entry.Title, row.Entry.Source))]);
    }

    private static DigestIssueResponse Describe(Concept concept) => new(concept.Id, concept.PreferredLabel, concept.Medtop, concept.Wikidata);

    private static IReadOnlyList<DigestSentenceResponse> Describe(Digest digest, IReadOnlyList<IndexRow> rows)
    {
        var titles = rows.ToDictionary(row => row.Entry.ArticleId, row => row.Entry.Title, StringComparer.Ordinal);
        return
        [
            .. digest.Sentences.Select(sentence => new DigestSentenceResponse
            {
                Text = sentence.Text,
                Article = sentence.ArticleId,
                Title = titles[sentence.ArticleId],
                Source = sentence.Source,
                Date = sentence.Date,
                Start = sentence.Start,
                Length = sentence.Length,
                Story = sentence.Story,
                AlsoIn = sentence.AlsoIn is [] ? null : sentence.AlsoIn,
            }),
        ];
    }

    private static DigestArticle Article(IndexRow row) => new()
    {
        Id = row.Entry.ArticleId,
        Source = row.Entry.Source,
        Title = row.Entry.TitleDerived ? null : row.Entry.Title,
        Date = row.Entry.Published?.Day,
        Candidates = row.Entry.Candidates,
    };
}
