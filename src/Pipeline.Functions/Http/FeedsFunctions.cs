using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Feeds;

namespace Pipeline.Functions.Http;

/// <summary>Serves the newest articles as feeds.</summary>
public sealed class FeedsFunctions(FeedQueries feeds, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves all articles as Atom.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetAtomFeed")]
    public Task<IResult> GetAtomAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "feed.atom")] HttpRequest request,
        CancellationToken cancellationToken) => AnswerAsync(routes.AtomFeed, request, issue: null, cancellationToken);

    /// <summary>Serves all articles as JSON Feed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetJsonFeed")]
    public Task<IResult> GetJsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "feed.json")] HttpRequest request,
        CancellationToken cancellationToken) => AnswerAsync(routes.JsonFeed, request, issue: null, cancellationToken);

    /// <summary>Serves the articles of an issue as Atom.</summary>
    /// <param name="request">The request.</param>
    /// <param name="issue">The concept's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetIssueAtomFeed")]
    public Task<IResult> GetIssueAtomAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issues/{issue}/feed.atom")] HttpRequest request,
        string issue,
        CancellationToken cancellationToken) => AnswerAsync(routes.IssueAtomFeed, request, issue, cancellationToken);

    /// <summary>Serves the articles of an issue as JSON Feed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="issue">The concept's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetIssueJsonFeed")]
    public Task<IResult> GetIssueJsonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issues/{issue}/feed.json")] HttpRequest request,
        string issue,
        CancellationToken cancellationToken) => AnswerAsync(routes.IssueJsonFeed, request, issue, cancellationToken);

    private Task<IResult> AnswerAsync(ApiRoute<Feed> route, HttpRequest request, string? issue, CancellationToken cancellationToken) =>
        answers.AnswerAsync(route, request, query => feeds.GetAsync(issue, query["cursor"], query["limit"], cancellationToken), cancellationToken);
}
