using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Serves how the pipeline is.</summary>
public sealed class StatusFunctions(StatusQueries status, HealthQueries health, ApiRoutes routes, ApiAnswers answers)
{
    /// <summary>Serves what is wrong with the pipeline.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetHealth")]
    public Task<IResult> GetHealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Health, request, async _ => await health.GetAsync(cancellationToken), cancellationToken);

    /// <summary>Serves the depths of the queues, what is poison, and the numbers of articles.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetStatus")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(routes.Status, request, async _ => await status.GetAsync(cancellationToken), cancellationToken);
}
