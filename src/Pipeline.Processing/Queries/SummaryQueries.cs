using Pipeline.Processing.Queries.Listings;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Parsed;
using Pipeline.Text.Summarization;

namespace Pipeline.Processing.Queries;

/// <summary>Serves summaries: one by a point read, a listing by one range query a page where no filter leaves rows out.</summary>
public sealed class SummaryQueries(IArticleStore articles, IParsedArticleStore parsed, ListingReader listings, TaxonomyInForce taxonomies, SummaryOptions options)
{
    /// <summary>Returns the summary of an article.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="sentences">The number of sentences, as text; null for <see cref="SummaryOptions.MaxSentences"/>.</param>
    /// <param name="explain">Whether each sentence carries its features, <c>true</c> or <c>false</c> as text; null for no. It costs a second read.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<SummaryResponse>> GetAsync(string articleId, string? sentences, string? explain, CancellationToken cancellationToken)
    {
        if (!NumberParameter.TryRead(sentences, options.MaxSentences, options.MaxCandidates, out var count))
        {
            return QueryProblem.Parameter("sentences", $"must be a number from 1 to {options.MaxCandidates}");
        }

        if (!BooleanParameter.TryRead(explain, out var explains))
        {
            return QueryProblem.Parameter("explain", "must be true or false");
        }

        var head = ArticleIds.IsId(articleId) ? await articles.ReadHeadAsync(articleId, cancellationToken) : null;
        if (ArticleProblems.Of(head) is { } problem)
        {
            return problem;
        }

        var response = Describe(head!, count, new IssueLabels((await taxonomies.GetAsync(cancellationToken)).Taxonomy));
        if (!explains)
        {
            return response;
        }

        var taggingVersion = ArticleVersions.ForTagging(head!.TaxonomyVersion ?? "", head.PipelineVersion ?? "");
        return await parsed.ReadTagsAsync(articleId, head.Version, taggingVersion, cancellationToken) is { } analysis
            ? response with { Summary = analysis.Summary.Take(response.Summary.Count) }
            : ArticleProblems.Changing;
    }

    /// <summary>Returns a page of summaries, newest first.</summary>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<PageResponse<SummaryResponse>>> ListAsync(SummaryListParameters parameters, CancellationToken cancellationToken)
    {
        var analyzer = await taxonomies.GetAsync(cancellationToken);
        var read = parameters.Read(analyzer.Taxonomy, analyzer.FindWikidata);
        if (read.Problem is not null)
        {
            return read.Problem;
        }

        var page = await listings.ReadAsync(read.Value!, cancellationToken);
        var labels = new IssueLabels(analyzer.Taxonomy);
        return new PageResponse<SummaryResponse>(
            [.. page.Rows.Select(row => Describe(row.Entry, labels))],
            page.Next?.Write(read.Value!.Filter.ToString()),
            page.IsPartial ? true : null);
    }

    private static SummaryResponse Describe(ArticleHead head, int sentences, IssueLabels labels) => new()
    {
        Id = head.ArticleId,
        Blob = head.BlobName,
        Title = head.Title,
        TitleDerived = head.TitleDerived ? true : null,
        Published = head.Published?.Day,
        FirstSeen = head.FirstSeen,
        Updated = head.Updated,
        Url = head.Url,
        Authors = head.Authors is [] ? null : head.Authors,
        Source = head.Source,
        Language = head.Language,
        Summary = new Summary(head.Summary).Take(sentences),
        SummaryKind = head.SummaryKind is { } kind ? new Summary(head.Summary) { Kind = kind }.KindOf(sentences) : null,
        Issues = labels.Describe(head.Issues),
        Actors = head.Actors,
        Cluster = head.Cluster,
        Rewrite = head.Rewrite is { } rewrite && (rewrite.Of is null || rewrite.Of == Math.Min(sentences, head.Summary.Count)) ? rewrite : null,
    };

    /// <summary>Describes an article as listings have it.</summary>
    internal static SummaryResponse Describe(IndexEntry entry, IssueLabels labels) => new()
    {
        Id = entry.ArticleId,
        Blob = entry.BlobName,
        Title = entry.Title,
        TitleDerived = entry.TitleDerived ? true : null,
        Published = entry.Published?.Day,
        FirstSeen = entry.FirstSeen,
        Updated = entry.Updated,
        Url = entry.Url,
        Authors = entry.Authors is [] ? null : entry.Authors,
        Source = entry.Source,
        Language = entry.Language,
        Summary = entry.Summary,
        SummaryKind = entry.SummaryKind,
        Issues = labels.Describe(entry.Issues),
        Actors = entry.Actors,
        Cluster = entry.Cluster,
        Score = entry.Score,
    };
}
