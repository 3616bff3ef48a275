using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Serves articles and their parts.</summary>
public sealed class ArticlesFunctions(ArticleQueries articles, ArticleListQueries lists, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves a page of the articles of a blob, or of those in a state that needs looking at.</summary>
    /// <param name="request">The request; <c>blob</c> (with <c>etag</c>, one version of it) or <c>state</c> says which.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ListArticles")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "articles")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(
            routes.Articles,
            request,
            query => lists.ListAsync(new ArticleListParameters(query["blob"], query["state"], query["cursor"], query["limit"], query["etag"]), cancellationToken),
            cancellationToken);

    /// <summary>Serves what is known of an article, also where it is rejected or failed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetArticle")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "articles/{articleId}")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Article, request, _ => articles.GetAsync(articleId, cancellationToken), cancellationToken);

    /// <summary>Serves an article's text.</summary>
    /// <param name="request">The request.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetArticleText")]
    public Task<IResult> GetTextAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "articles/{articleId}/text")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.ArticleText, request, _ => articles.GetTextAsync(articleId, cancellationToken), cancellationToken);

    /// <summary>Serves an article's questions and answers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetArticleFaq")]
    public Task<IResult> GetFaqAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "articles/{articleId}/faq")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.ArticleFaq, request, _ => articles.GetFaqAsync(articleId, cancellationToken), cancellationToken);

    /// <summary>Serves an article's tags with their evidence.</summary>
    /// <param name="request">The request.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetArticleTags")]
    public Task<IResult> GetTagsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "articles/{articleId}/tags")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.ArticleTags, request, _ => articles.GetTagsAsync(articleId, cancellationToken), cancellationToken);

    /// <summary>Serves the articles whose texts are nearly the same as an article's.</summary>
    /// <param name="request">The request.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetArticleDuplicates")]
    public Task<IResult> GetDuplicatesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "articles/{articleId}/duplicates")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.ArticleDuplicates, request, _ => articles.GetDuplicatesAsync(articleId, cancellationToken), cancellationToken);
}
