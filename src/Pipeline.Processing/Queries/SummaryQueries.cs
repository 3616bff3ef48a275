using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Index;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Parsed;
using Pipeline.Text.Summarization;

namespace Pipeline.Processing.Queries;

/// <summary>Serves summaries: one by a point read, a listing by one range query a page.</summary>
public sealed class SummaryQueries(IArticleStore articles, IParsedArticleStore parsed, IIndexStore index, TaxonomyInForce taxonomies, SummaryOptions options)
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

        var explains = false;
        if (explain is not null && !bool.TryParse(explain, out explains))
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
        var taxonomy = (await taxonomies.GetAsync(cancellationToken)).Taxonomy;
        var read = parameters.Read(taxonomy);
        if (read.Problem is not null)
        {
            return read.Problem;
        }

        var page = read.Value!;
        var found = await index.ReadAsync(page.Query, page.After, page.Limit, cancellationToken);
        var labels = new IssueLabels(taxonomy);
        return new PageResponse<SummaryResponse>(
            [.. found.Rows.Select(row => Describe(row.Entry, labels))],
            found.Next is { } last ? ListingCursor.Write(page.Query, last) : null);
    }

    private static SummaryResponse Describe(ArticleHead head, int sentences, IssueLabels labels) => new()
    {
        Id = head.ArticleId,
        Blob = head.BlobName,
        Title = head.Title,
        TitleDerived = head.TitleDerived ? true : null,
        Published = head.Published?.Day,
        FirstSeen = head.FirstSeen,
        Source = head.Source,
        Language = head.Language,
        Summary = new Summary(head.Summary).Take(sentences),
        Issues = labels.Describe(head.Issues),
        Actors = head.Actors,
        Rewrite = head.Rewrite is { } rewrite && (rewrite.Of is null || rewrite.Of == Math.Min(sentences, head.Summary.Count)) ? rewrite : null,
    };

    private static SummaryResponse Describe(IndexEntry entry, IssueLabels labels) => new()
    {
        Id = entry.ArticleId,
        Blob = entry.BlobName,
        Title = entry.Title,
        TitleDerived = entry.TitleDerived ? true : null,
        Published = entry.Published?.Day,
        FirstSeen = entry.FirstSeen,
        Source = entry.Source,
        Language = entry.Language,
        Summary = entry.Summary,
        Issues = labels.Describe(entry.Issues),
        Score = entry.Score,
    };
}
