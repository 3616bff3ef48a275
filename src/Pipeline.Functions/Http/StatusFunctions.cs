using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Processing.Queries;

namespace Pipeline.Functions.Http;

/// <summary>Serves how the pipeline is.</summary>
public sealed class StatusFunctions(StatusQueries status)
{
    /// <summary>Serves the depths of the queues, what is poison, and the numbers of articles.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    [Function("GetStatus")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "status")] HttpRequest request,
        CancellationToken cancellationToken) =>
        request.AnswerAsync([], async () => HttpAnswers.Json(await status.GetAsync(cancellationToken)), cancellationToken);
}
