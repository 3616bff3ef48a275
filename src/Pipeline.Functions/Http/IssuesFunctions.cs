using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Serves the issues that can be asked for.</summary>
public sealed class IssuesFunctions(IssueQueries issues)
{
    private static readonly string[] ListParameters = ["date"];

    /// <summary>Serves all issues with the numbers of their articles.</summary>
    /// <param name="request">The request; <c>date</c> asks for the numbers of one day.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("ListIssues")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "issues")] HttpRequest request,
        CancellationToken cancellationToken) =>
        request.AnswerAsync(ListParameters, async () => (await issues.ListAsync(request.Parameter("date"), cancellationToken)).ToHttp(), cancellationToken);
}
