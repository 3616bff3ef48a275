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
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ListIssues")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issues")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Issues, request, async _ => await issues.ListAsync(cancellationToken), cancellationToken);
}
