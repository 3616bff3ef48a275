using Pipeline.Processing.Duplicates;
using Pipeline.Processing.Generations;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Keys;
using Pipeline.Storage.Parsed;
using Pipeline.Text;

namespace Pipeline.Processing.Queries;

/// <summary>Answers questions about one article.</summary>
public sealed class ArticleQueries(IArticleStore articles, IParsedArticleStore parsed, SimilarArticles similar, GenerationsInForce generations, TaxonomyInForce taxonomies)
{
    /// <summary>The most duplicates of an article that are returned.</summary>
    public const int MaxDuplicates = 20;

    /// <summary>Returns what is known of an article, also where it is rejected or failed.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<ArticleResponse>> GetAsync(string articleId, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(articleId, cancellationToken);
        if (ArticleProblems.Of(head) is { Kind: not (QueryProblemKind.Rejected or QueryProblemKind.Failed) } problem)
        {
            return problem;
        }

        return Describe(head!, new IssueLabels((await taxonomies.GetAsync(cancellationToken)).Taxonomy));
    }

    /// <summary>Returns an article's text.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public Task<QueryResult<TextResponse>> GetTextAsync(string articleId, CancellationToken cancellationToken) =>
        FromParsedAsync(
            articleId,
            (head, article) => new TextResponse(articleId, head.Version, article.Title, article.Text, article.Blocks, article.Quotations is [] ? null : article.Quotations),
            cancellationToken);

    /// <summary>Returns an article's questions and answers.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public Task<QueryResult<FaqResponse>> GetFaqAsync(string articleId, CancellationToken cancellationToken) =>
        FromParsedAsync(articleId, (head, article) => new FaqResponse(articleId, head.Version, article.Faq), cancellationToken);

    /// <summary>Returns an article's tags with their evidence.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<TagsResponse>> GetTagsAsync(string articleId, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(articleId, cancellationToken);
        if (ArticleProblems.Of(head) is { } problem)
        {
            return problem;
        }

        var taggingVersion = ArticleVersions.ForTagging(head!.TaxonomyVersion ?? "", head.PipelineVersion ?? "");
        var analysis = await parsed.ReadTagsAsync(articleId, head.Version, taggingVersion, cancellationToken);
        return analysis is null
            ? ArticleProblems.Changing
            : new TagsResponse(articleId, head.Version, head.TaxonomyVersion, analysis.LanguageCovered, analysis.Issues, analysis.Actors);
    }

    /// <summary>Returns the articles whose texts are nearly the same as an article's, the most similar first.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Ends the query early.</param>
    public async Task<QueryResult<DuplicatesResponse>> GetDuplicatesAsync(string articleId, CancellationToken cancellationToken)
    {
        var head = await ReadHeadAsync(articleId, cancellationToken);
        if (ArticleProblems.Of(head) is { } problem)
        {
            return problem;
        }

        var found = await similar.FindAsync(head!, (await generations.GetAsync(cancellationToken)).Live, MaxDuplicates, cancellationToken);
        return new DuplicatesResponse(
            articleId,
            head!.Cluster,
            [.. found.Where(other => other.Head.State == ArticleState.Tagged).Select(other => new DuplicateResponse(other.Head.ArticleId, other.Head.Title, other.Head.Source, other.Head.Published?.Day, other.Resemblance))]);
    }

    private async Task<QueryResult<T>> FromParsedAsync<T>(
        string articleId, Func<ArticleHead, Article, T> describe, CancellationToken cancellationToken)
        where T : class
    {
        var head = await ReadHeadAsync(articleId, cancellationToken);
        if (ArticleProblems.Of(head) is { } problem)
        {
            return problem;
        }

        var stored = await parsed.ReadAsync(articleId, head!.Version, cancellationToken);
        return stored?.Item.Article is { } article ? describe(head, article) : ArticleProblems.Changing;
    }

    private async Task<ArticleHead?> ReadHeadAsync(string articleId, CancellationToken cancellationToken) =>
        ArticleIds.IsId(articleId) ? await articles.ReadHeadAsync(articleId, cancellationToken) : null;

    private static ArticleResponse Describe(ArticleHead head, IssueLabels labels) => new()
    {
        Id = head.ArticleId,
        FileId = head.FileId,
        Blob = head.BlobName,
        Item = head.ItemId,
        State = head.State,
        Reason = head.Reason,
        Detail = head.Detail,
        Title = head.Title,
        TitleDerived = head.TitleDerived ? true : null,
        Authors = head.Authors is [] ? null : head.Authors,
        Source = head.Source,
        Url = head.Url,
        Format = head.Format,
        Language = head.Language,
        LanguageConfidence = head.LanguageConfidence,
        Published = head.Published,
        Modified = head.Modified,
        Subjects = head.Subjects is [] ? null : head.Subjects,
        FirstSeen = head.FirstSeen,
        Updated = head.Updated,
        Cluster = head.Cluster,
        Issues = head.State == ArticleState.Tagged ? labels.Describe(head.Issues) : null,
        Actors = head.State == ArticleState.Tagged ? head.Actors : null,
        Version = head.Version,
        TaxonomyVersion = head.TaxonomyVersion,
    };
}
