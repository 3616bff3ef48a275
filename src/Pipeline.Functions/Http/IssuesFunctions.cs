using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Serves the issues that can be asked for.</summary>
public sealed class IssuesFunctions(IssueQueries issues, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves all issues with the numbers of their articles.</summary>
    /// <param name="request">The request; <c>date</c> asks for the numbers of one day.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ListIssues")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issues")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Issues, request, query => issues.ListAsync(query["date"], cancellationToken), cancellationToken);

    /// <summary>Serves an issue with its place in the taxonomy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="issue">The concept's id.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetIssue")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issues/{issue}")] HttpRequest request,
        string issue,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Issue, request, _ => issues.GetAsync(issue, cancellationToken), cancellationToken);
}
