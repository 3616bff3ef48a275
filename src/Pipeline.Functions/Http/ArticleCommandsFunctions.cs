using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Commands;

namespace Pipeline.Functions.Http;

/// <summary>Takes commands on articles.</summary>
public sealed class ArticleCommandsFunctions(ArticleCommands commands, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Deletes an article.</summary>
    /// <param name="request">The request.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("DeleteArticle")]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "articles/{articleId}")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.DeleteArticle, request, _ => commands.DeleteAsync(articleId, cancellationToken), cancellationToken);

    /// <summary>Lets an article of a file of several come back that was deleted.</summary>
    /// <param name="request">The request.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("RestoreArticle")]
    public Task<IResult> RestoreAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "articles/{articleId}/restore")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.RestoreArticle, request, _ => commands.RestoreAsync(articleId, cancellationToken), cancellationToken);

    /// <summary>Asks for an article to be processed again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ReprocessArticle")]
    public Task<IResult> ReprocessAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "articles/{articleId}/reprocess")] HttpRequest request,
        string articleId,
        CancellationToken cancellationToken) =>
        answers.CommandAsync(routes.ReprocessArticle, request, _ => commands.ReprocessAsync(articleId, cancellationToken), cancellationToken);
}
