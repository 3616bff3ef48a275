using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Serves how the pipeline is.</summary>
public sealed class StatusFunctions(StatusQueries status, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves the depths of the queues, what is poison, and the numbers of articles.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetStatus")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Status, request, async _ => await status.GetAsync(cancellationToken), cancellationToken);
}
